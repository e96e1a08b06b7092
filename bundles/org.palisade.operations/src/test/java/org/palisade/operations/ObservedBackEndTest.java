package org.palisade.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

class ObservedBackEndTest {

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
		FenceSession session = answering(FenceSession.class, name -> name.equals("find") ? List.of(found) : new PlugState(read, PowerState.ON, Optional.empty()));
		FenceBackEnd backEnd = answering(FenceBackEnd.class, name -> session);
		PhaseRecorder phases = new PhaseRecorder(() -> 0, phase -> { });
		Deadline deadline = Deadline.in(Duration.ofSeconds(1), () -> 0);
		FenceSession observed = new ObservedBackEnd(backEnd, phases).open(new OptionValues(Map.of(), Set.of()),
				new SessionContext(Cancellation.never(), Diagnostics.none(), Duration.ofSeconds(1)), deadline);
		observed.find(PlugSelector.of("web"), deadline);
		observed.read(found, deadline);
		return phases.plug();
	}

	/** Answers by the name of the method. */
	private static <T> T answering(Class<T> type, Function<String, Object> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> answers.apply(method.getName())));
	}
}
