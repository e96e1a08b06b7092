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
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Cancellation: a call ends promptly, as cancelled, and the session can still be closed. */
interface CancellationChecks extends Checks {

	/** So far away that only a cancellation ends a call. */
	Duration FOREVER = Duration.ofDays(1);

	@Test
	default void nothingSucceedsAfterTheCallerGaveUp() throws Exception {
		CancellationSource caller = new CancellationSource();
		FenceSession session = bench().open(caller);
		Plug plug = bench().find(session);
		caller.request();

		for (Operation operation : Operation.values()) {
			Expect.problem(Kind.CANCELLED, operation + " after a cancellation", () -> operation.run(session, plug, Bench.ample()));
		}
		assertEquals(PowerState.ON, bench().bed().power(), "nothing may be begun after a cancellation");
		session.close(Bench.ample());
		bench().assertNoSessionIsLeft();
	}

	@Test
	default void noSessionIsOpenedAfterTheCallerGaveUp() {
		CancellationSource caller = new CancellationSource();
		caller.request();

		Expect.problem(Kind.CANCELLED, "open after a cancellation", () -> bench().open(caller));
		bench().assertNoSessionIsLeft();
	}

	@Test
	default void aCancellationDuringACallEndsIt() throws Exception {
		for (Operation operation : Operation.values()) {
			CancellationAtALook caller;
			int looks = 0;
			do {
				bench().bed().power(PowerState.ON);
				caller = new CancellationAtALook(++looks);
				FenceSession session = bench().open(caller);
				Plug plug = bench().find(session);
				caller.arm();
				giveUp(operation, session, plug);
				session.close(Bench.ample());
				bench().assertNoSessionIsLeft();
			} while (caller.hasGivenUp());
		}
	}

	@Test
	default void aCancellationEndsAWaitForASilentServer() throws Exception {
		for (Operation operation : Operation.values()) {
			Bench bench = bench().another();
			CancellationSource caller = new CancellationSource();
			FenceSession session = bench.open(bench.options(), caller, FOREVER, Bench.ample());
			Plug plug = bench.find(session);
			bench.impose(Incident.SILENCE);

			Expect.problem(Kind.CANCELLED, operation + " with a silent server",
					() -> Expect.onceItWaits(caller::request, operation.name(), () -> operation.run(session, plug, faraway())));
		}
	}

	@Test
	default void aCancellationEndsALogInToASilentServer() throws Exception {
		bench().impose(Incident.SILENCE);
		CancellationSource caller = new CancellationSource();

		Expect.problem(Kind.CANCELLED, "open with a silent server",
				() -> Expect.onceItWaits(caller::request, "open", () -> bench().openAndFind(bench().options(), caller, FOREVER)));
	}

	private static Deadline faraway() {
		return Deadline.in(FOREVER, MonotonicClock.system());
	}

	/** It may have been done before the caller gave up; then it is really done. */
	private void giveUp(Operation operation, FenceSession session, Plug plug) throws Exception {
		try {
			Object result = operation.run(session, plug, Bench.ample());
			if (result instanceof PowerChange) {
				assertTrue(result instanceof PowerChange.Failed || bench().bed().power() == PowerState.OFF,
						"reported as seen off as the caller gave up, but it is on");
			}
		} catch (FenceException e) {
			assertEquals(Kind.CANCELLED, e.problem().kind(), () -> operation + ": " + e.getMessage());
		}
	}
}
