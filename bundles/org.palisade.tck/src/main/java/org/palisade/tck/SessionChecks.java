package org.palisade.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** The life of sessions, one alone and several at once. */
interface SessionChecks extends Checks {

	/** Often enough for two threads to meet in any line of a back end. */
	int ROUNDS = 25;

	@Test
	default void aGoodServerPassesTheCheck() throws Exception {
		FenceSession session = bench().open();

		session.check(Optional.empty(), Bench.ample());
		session.check(Optional.of(bench().find(session)), Bench.ample());
	}

	@Test
	default void closingLogsOut() throws Exception {
		FenceSession session = bench().open();
		OptionalInt open = bench().bed().openSessions();
		assumeTrue(open.isPresent(), "the test bed cannot tell how many sessions are open");

		assertEquals(1, open.getAsInt(), "one session was opened");
		session.close(Bench.ample());
		bench().assertNoSessionIsLeft();
	}

	@Test
	default void closingTwiceIsHarmless() throws Exception {
		FenceSession session = bench().open();
		FenceSession other = bench().open();
		Plug plug = bench().find(other);

		session.close(Bench.ample());
		session.close(Bench.ample());

		assertEquals(PowerState.ON, other.read(plug, Bench.ample()).power(), "closing one session twice must leave another one alone");
	}

	@Test
	default void closingAfterTheDeadlineDoesNotThrow() throws Exception {
		FenceSession session = bench().open();
		bench().find(session);

		bench().giveUpLogOut();
		Expect.promptly("close", () -> {
			session.close(Bench.expired());
			return null;
		});
		session.close(Bench.ample());
		assertEquals(PowerState.ON, bench().bed().power());
	}

	@Test
	default void closingWithASilentServerComesBack() throws Exception {
		FenceSession session = bench().open();
		bench().find(session);
		bench().impose(Incident.SILENCE);

		Expect.promptly("close", () -> {
			session.close(Deadline.in(Bench.SHORT, MonotonicClock.system()));
			return null;
		});
	}

	@Test
	default void sessionsCanBeOpenedOneAfterTheOther() throws Exception {
		for (PowerOperation operation : List.of(PowerOperation.OFF, PowerOperation.ON)) {
			FenceSession session = bench().open();
			assertInstanceOf(PowerChange.Seen.class, session.change(bench().find(session), operation, Bench.ample()));
			assertEquals(operation.wanted(), bench().bed().power());
			session.close(Bench.ample());
			bench().assertNoSessionIsLeft();
		}
	}

	@Test
	default void sessionsOfOneBackEndKeepToTheirOwnOptions() throws Exception {
		Bench other = bench().another();
		FenceSession here = bench().open();
		FenceSession there = other.open();
		Plug plugHere = bench().find(here);
		Plug plugThere = other.find(there);

		bench().bed().power(PowerState.OFF);
		assertEquals(PowerState.OFF, here.read(plugHere, Bench.ample()).power());
		assertEquals(PowerState.ON, there.read(plugThere, Bench.ample()).power());

		bench().bed().power(PowerState.ON);
		assertInstanceOf(PowerChange.Seen.class, there.change(plugThere, PowerOperation.OFF, Bench.ample()));
		assertEquals(PowerState.OFF, other.bed().power());
		assertEquals(PowerState.ON, bench().bed().power(), "the plug of another session was powered off");
	}

	@Test
	default void sessionsInSeveralThreadsDoNotDisturbEachOther() throws Exception {
		Bench other = bench().another();
		other.bed().power(PowerState.OFF);
		Phaser together = new Phaser(2);

		FutureTask<Void> task = Expect.start("the other session", () -> lookRepeatedly(other, PowerState.OFF, together));
		assertAll(() -> lookRepeatedly(bench(), PowerState.ON, together), () -> Expect.result(task, "the other session"));
	}

	/** Both have a session open when they look. Who fails lets the other one go. */
	private static Void lookRepeatedly(Bench bench, PowerState real, Phaser together) throws Exception {
		try {
			for (int round = 0; round < ROUNDS; round++) {
				FenceSession session = bench.open();
				together.awaitAdvanceInterruptibly(together.arrive());
				Plug plug = bench.find(session);
				assertEquals(real, session.read(plug, Bench.ample()).power());
				session.list(true, row -> { }, Bench.ample());
				together.awaitAdvanceInterruptibly(together.arrive());
				session.close(Bench.ample());
			}
		} finally {
			together.forceTermination();
		}
		return null;
	}
}
