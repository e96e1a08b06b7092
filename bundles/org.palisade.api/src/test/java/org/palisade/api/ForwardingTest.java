package org.palisade.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Every method that the interfaces have is passed on, each of them with a default included. */
class ForwardingTest {

	private static final Plug PLUG = new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("uuid"), false);
	private static final FenceSession SESSION = new ForwardingSession(recording(FenceSession.class, new ArrayList<>(), null)) {
	};

	/** What is handed over and what is answered, by its type. No default answers any of these. */
	private static final Map<Class<?>, Object> VALUES = Map.ofEntries(Map.entry(boolean.class, true), Map.entry(String.class, "text"),
			Map.entry(List.class, List.of(PLUG)), Map.entry(Set.class, Set.of(PowerOperation.CYCLE)), Map.entry(Optional.class, Optional.of(PLUG)),
			Map.entry(Consumer.class, (Consumer<ListedPlug>) row -> { }), Map.entry(Plug.class, PLUG), Map.entry(PlugSelector.class, PlugSelector.of("web")),
			Map.entry(PlugState.class, new PlugState(PLUG, PowerState.ON, Optional.empty())), Map.entry(PowerOperation.class, PowerOperation.CYCLE),
			Map.entry(PowerChange.class, new PowerChange.Seen()), Map.entry(OptionValues.class, new OptionValues(Map.of(), Set.of())),
			Map.entry(SessionContext.class, new SessionContext(Cancellation.never(), Diagnostics.none(), Duration.ZERO)),
			Map.entry(Deadline.class, Deadline.in(Duration.ZERO, MonotonicClock.system())), Map.entry(FenceSession.class, SESSION));

	private final List<String> calls = new ArrayList<>();

	static Stream<Arguments> methods() {
		return Stream.of(FenceSession.class, FenceBackEnd.class).flatMap(type -> Arrays.stream(type.getMethods())
				.filter(method -> !Modifier.isStatic(method.getModifiers())).map(method -> Arguments.of(type, method)));
	}

	@ParameterizedTest
	@MethodSource("methods")
	void aCallIsPassedOnWithItsArgumentsAndSoIsItsResult(Class<?> type, Method method) throws Exception {
		Object answer = method.getReturnType() == void.class ? null : value(method.getReturnType());

		assertEquals(answer, method.invoke(forwarding(type, answer), arguments(method)));

		assertEquals(List.of(text(method, arguments(method))), calls);
	}

	@ParameterizedTest
	@MethodSource("methods")
	void whatTheOtherOneThrowsIsThrown(Class<?> type, Method method) {
		Exception failure = List.of(method.getExceptionTypes()).contains(FenceException.class) ? new FenceException(Kind.TCP, "broken", "")
				: new IllegalStateException("broken");
		Object forwarding = forwarding(type, failure);

		assertSame(failure, assertThrows(InvocationTargetException.class, () -> method.invoke(forwarding, arguments(method))).getCause());
	}

	private Object forwarding(Class<?> type, Object answer) {
		return type == FenceSession.class ? new ForwardingSession(recording(FenceSession.class, calls, answer)) {
		} : new ForwardingBackEnd(recording(FenceBackEnd.class, calls, answer)) {
		};
	}

	private static <T> T recording(Class<T> type, List<String> calls, Object answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			calls.add(text(method, arguments == null ? new Object[0] : arguments));
			if (answer instanceof Exception failure) {
				throw failure;
			}
			return answer;
		}));
	}

	private static String text(Method method, Object... arguments) {
		return method.getName() + Arrays.stream(arguments).map(System::identityHashCode).toList();
	}

	private static Object[] arguments(Method method) {
		return Arrays.stream(method.getParameterTypes()).map(ForwardingTest::value).toArray();
	}

	private static Object value(Class<?> type) {
		return Optional.<Object>ofNullable(VALUES.get(type)).orElseThrow(() -> new AssertionError("this test has no value for " + type));
	}
}
