package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerState;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Deadlines: every call is over by then, and running out of time is a timeout and nothing else. */
interface DeadlineChecks extends Checks {

	@Test
	default void nothingSucceedsAfterItsDeadline() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (Operation operation : Operation.values()) {
			Expect.problem(Kind.TIMEOUT, operation + " with an expired deadline", () -> operation.run(session, plug, Bench.expired()));
		}
		assertEquals(PowerState.ON, bench().bed().power(), "nothing may be begun after the deadline");
	}

	@Test
	default void noSessionIsOpenedAfterItsDeadline() {
		Expect.problem(Kind.TIMEOUT, "open with an expired deadline",
				() -> bench().open(bench().options(), Cancellation.never(), Bench.AMPLE, Bench.expired()));
		bench().assertNoSessionIsLeft();
	}

	@Test
	default void aDeadlineThatPassesDuringACallIsATimeout() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);

		for (Operation operation : Operation.values()) {
			ExpiringClock clock;
			int looks = 0;
			do {
				bench().bed().power(PowerState.ON);
				clock = new ExpiringClock(++looks);
				runOutOfTime(operation, session, plug, clock.deadline());
			} while (clock.hasExpired());
		}
	}

	@Test
	default void aDeadlineThatPassesDuringTheLogInIsATimeout() throws Exception {
		ExpiringClock clock;
		int looks = 0;
		do {
			clock = new ExpiringClock(++looks);
			try {
				bench().open(bench().options(), Cancellation.never(), Bench.AMPLE, clock.deadline()).close(Bench.ample());
			} catch (FenceException e) {
				assertEquals(Kind.TIMEOUT, e.problem().kind(), e.getMessage());
			}
			bench().assertNoSessionIsLeft();
		} while (clock.hasExpired());
	}

	@Test
	default void aSilentServerIsATimeout() throws Exception {
		FenceSession session = bench().open();
		Plug plug = bench().find(session);
		bench().impose(Incident.SILENCE);

		for (Operation operation : Operation.values()) {
			Expect.problem(Kind.TIMEOUT, operation + " with a silent server", () -> Expect.promptly(operation.name(),
					() -> operation.run(session, plug, Deadline.in(Bench.SHORT, MonotonicClock.system()))));
		}
	}

	@Test
	default void aLogInToASilentServerIsATimeout() throws Exception {
		bench().impose(Incident.SILENCE);

		Expect.problem(Kind.TIMEOUT, "open with a silent server", () -> Expect.promptly("open",
				() -> bench().openAndFind(bench().options(), Cancellation.never(), Bench.SHORT)));
	}

	@Test
	default void anAnswerIsNotAwaitedLongerThanItsLimit() throws Exception {
		// A server without sessions has the time of both, log-in and answer, for each call.
		FenceSession session = bench().open(bench().options(), Cancellation.never(), Bench.SHORT,
				Deadline.in(Bench.AMPLE.dividedBy(6), MonotonicClock.system()));
		Plug plug = bench().find(session);
		bench().impose(Incident.SILENCE);

		Deadline faraway = Deadline.in(Duration.ofDays(1), MonotonicClock.system());
		Expect.problem(Kind.TIMEOUT, "read from a silent server",
				() -> Expect.promptly("read", () -> Operation.READ.run(session, plug, faraway)));
	}

	/** It may have been done before the time was up; then it is really done. */
	private void runOutOfTime(Operation operation, FenceSession session, Plug plug, Deadline deadline) throws Exception {
		try {
			Object result = operation.run(session, plug, deadline);
			if (result instanceof PowerChange) {
				assertTrue(result instanceof PowerChange.Failed || bench().bed().power() == PowerState.OFF,
						"reported as seen off as the time ran out, but it is on");
			}
		} catch (FenceException e) {
			assertEquals(Kind.TIMEOUT, e.problem().kind(), () -> operation + ": " + e.getMessage());
		}
	}
}
