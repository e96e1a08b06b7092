package org.palisade.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

class ObservedBackEndTest {

	/** A default of the interface would answer in place of the back end: what is remembered would count as looked up, for one. */
	@Test
	void everyQuestionIsHandedOn() {
		assertEquals(List.of(), notHandedOn(FenceBackEnd.class, ObservedBackEnd.class));
		assertEquals(List.of(), notHandedOn(FenceSession.class, ObservedBackEnd.ObservedSession.class));
	}

	/** The history shows the path, which memory does not know. */
	@Test
	void whatWasFoundFromMemoryIsNotedAsItWasRead() throws FenceException {
		Plug remembered = new Plug("vm-1", "web", "web", Optional.of("uuid"), false);
		Plug read = new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("uuid"), false);
		assertEquals(Optional.of(read), notedAfterReading(remembered, read));
	}

	@Test
	void anotherMachineThanWasFoundIsNotNoted() throws FenceException {
		Plug remembered = new Plug("vm-1", "web", "web", Optional.of("uuid"), false);
		Plug read = new Plug("vm-1", "web", "/DC0/vm/web", Optional.of("another"), false);
		assertEquals(Optional.of(remembered), notedAfterReading(remembered, read));
	}

	private static Optional<Plug> notedAfterReading(Plug found, Plug read) throws FenceException {
		FenceSession session = (FenceSession) Proxy.newProxyInstance(FenceSession.class.getClassLoader(), new Class<?>[] { FenceSession.class },
				(proxy, method, arguments) -> method.getName().equals("find") ? List.of(found) : new PlugState(read, PowerState.ON, Optional.empty()));
		PhaseRecorder phases = new PhaseRecorder(() -> 0, phase -> { });
		Deadline deadline = Deadline.in(Duration.ofSeconds(1), () -> 0);
		FenceSession observed = new ObservedBackEnd(null, phases).new ObservedSession(session);
		observed.find(PlugSelector.of("web"), deadline);
		observed.read(found, deadline);
		return phases.plug();
	}

	private static List<String> notHandedOn(Class<?> asked, Class<?> observer) {
		return Stream.of(asked.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()) && !isDeclared(observer, method))
				.map(Method::getName).toList();
	}

	private static boolean isDeclared(Class<?> observer, Method method) {
		try {
			observer.getDeclaredMethod(method.getName(), method.getParameterTypes());
			return true;
		} catch (NoSuchMethodException e) {
			return false;
		}
	}
}
