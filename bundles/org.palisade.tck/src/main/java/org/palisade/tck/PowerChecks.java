package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Power operations: the wanted state is reported only when it was reached, and no other plug is touched. */
interface PowerChecks extends Checks {

	@Test
	default void offIsReportedWhenThePlugIsOff() throws Exception {
		assertChanges(PowerOperation.OFF);
	}

	@Test
	default void onIsReportedWhenThePlugIsOn() throws Exception {
		bench().bed().power(PowerState.OFF);

		assertChanges(PowerOperation.ON);
	}

	@Test
	default void operationsCanFollowEachOtherInOneSession() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (PowerOperation operation : List.of(PowerOperation.OFF, PowerOperation.ON, PowerOperation.OFF, PowerOperation.ON)) {
			assertInstanceOf(PowerChange.Seen.class, session.change(plug, operation, Bench.ample()));
			assertEquals(operation.wanted(), bench().bed().power());
			assertEquals(operation.wanted(), session.read(plug, Bench.ample()).power());
		}
	}

	/** As the engine does it: what is read before may prepare the change, and what comes with its outcome may spare the read after it. */
	@Test
	default void aStateThatComesWithTheOutcomeIsWhatIsRead() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (PowerOperation operation : List.of(PowerOperation.OFF, PowerOperation.ON)) {
			Plug confirmed = session.readForChange(plug, Bench.ample()).plug();
			assertTrue(confirmed.hasIdentityOf(plug), "another plug was read");
			PowerChange.Seen seen = assertInstanceOf(PowerChange.Seen.class, session.change(confirmed, operation, Bench.ample()));
			PlugState read = session.read(plug, Bench.ample());
			assertEquals(operation.wanted(), read.power());
			seen.readBack().ifPresent(told -> assertEquals(read, told, "what came with the outcome is not what is read"));
		}
	}

	@Test
	default void aPlugThatIsInTheWantedStateStaysThere() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (PowerOperation operation : List.of(PowerOperation.ON, PowerOperation.OFF)) {
			bench().bed().power(operation.wanted());
			// Whether the server takes it for a success or for an error is its affair; both are an outcome.
			session.change(plug, operation, Bench.ample());
			assertEquals(operation.wanted(), bench().bed().power());
			session.change(plug, operation, Bench.ample());
			assertEquals(operation.wanted(), bench().bed().power());
		}
	}

	@Test
	default void aRefusedOperationIsToldAndNotSeen() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		bench().impose(Incident.REFUSAL);

		PowerChange change = session.change(plug, PowerOperation.OFF, Bench.ample());

		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, change, "the server refused, so the outcome is known");
		assertFalse(failed.problem().message().isBlank(), "what the server said is missing");
		assertEquals(PowerState.ON, bench().bed().power());
	}

	@Test
	default void anOperationWithoutEffectIsNeverSeen() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		bench().impose(Incident.NO_EFFECT);

		try {
			PowerChange change = session.change(plug, PowerOperation.OFF, Deadline.in(Duration.ofSeconds(2), MonotonicClock.system()));
			assertInstanceOf(PowerChange.Failed.class, change, "the server's word was taken for the plug's state");
		} catch (FenceException e) {
			assertEquals(Kind.TIMEOUT, e.problem().kind(), e.getMessage());
		}
		assertEquals(PowerState.ON, bench().bed().power());
	}

	@Test
	default void anotherPlugOfTheSameNameIsNotTouched() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		bench().impose(Incident.REPLACEMENT);

		try {
			PowerChange change = session.change(plug, PowerOperation.OFF, Bench.ample());
			assertInstanceOf(PowerChange.Failed.class, change, "the plug is gone, so it cannot have been seen off");
		} catch (FenceException e) {
			assertEquals(Kind.NOT_FOUND, e.problem().kind(), e.getMessage());
		}
		assertEquals(PowerState.ON, bench().bed().power(), "another plug was powered off");
	}

	@Test
	default void aResetIsSeenOnlyWhenThePlugWasPoweredOff() throws Exception {
		assumeResets();
		FenceSession session = openForResets();
		Plug plug = bench().find(session);
		OptionalInt before = bench().bed().powerOffs();
		assumeTrue(before.isPresent(), "the test bed cannot tell how often the plug was powered off");

		PowerChange change = session.change(plug, PowerOperation.CYCLE, Bench.ample());

		assertInstanceOf(PowerChange.Seen.class, change);
		assertEquals(before.getAsInt() + 1, bench().bed().powerOffs().orElseThrow(), "it must be powered off hard, and once");
		assertEquals(PowerState.ON, bench().bed().power());
		assertEquals(PowerState.ON, session.read(plug, Bench.ample()).power());
	}

	@Test
	default void aRefusedResetIsToldAndNotSeen() throws Exception {
		assumeResets();
		FenceSession session = openForResets();
		Plug plug = bench().find(session);
		bench().impose(Incident.REFUSAL);

		PowerChange change = session.change(plug, PowerOperation.CYCLE, Bench.ample());

		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, change, "that the plug is on proves nothing");
		assertFalse(failed.problem().message().isBlank(), "what the server said is missing");
		assertEquals(PowerState.ON, bench().bed().power());
	}

	private void assumeResets() {
		assumeTrue(bench().backEnd().operations().contains(PowerOperation.CYCLE), "the back end offers no reset");
	}

	/** The core opens a session with this option when it is going to reset. */
	private FenceSession openForResets() throws FenceException {
		return bench().open(bench().options(Map.of(StandardOptions.METHOD, StandardOptions.METHOD_CYCLE)), Cancellation.never(), Bench.AMPLE,
				Bench.ample());
	}

	private void assertChanges(PowerOperation operation) throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		PowerChange change = session.change(plug, operation, Bench.ample());
		PowerState real = bench().bed().power();

		assertInstanceOf(PowerChange.Seen.class, change);
		assertEquals(operation.wanted(), real, "reported as seen, but it is not so");
		assertEquals(operation.wanted(), session.read(plug, Bench.ample()).power());
	}
}
