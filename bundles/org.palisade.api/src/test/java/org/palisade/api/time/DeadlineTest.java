package org.palisade.api.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final AtomicLong now = new AtomicLong();

	@Test
	void timeRunsDownToZeroAndNoFurther() {
		Deadline deadline = Deadline.in(SECOND, now::get);
		assertEquals(SECOND, deadline.remaining());

		now.addAndGet(400_000_000);
		assertEquals(Duration.ofMillis(600), deadline.remaining());
		assertFalse(deadline.expired());

		now.addAndGet(600_000_000);
		assertEquals(Duration.ZERO, deadline.remaining());
		assertTrue(deadline.expired());

		now.addAndGet(1);
		assertEquals(Duration.ZERO, deadline.remaining());
		assertTrue(deadline.expired());
	}

	@Test
	void itCanBeNarrowedButNotExtended() {
		Deadline deadline = Deadline.in(SECOND, now::get);

		assertEquals(Duration.ofMillis(10), deadline.within(Duration.ofMillis(10)).remaining());
		assertEquals(SECOND, deadline.within(Duration.ofSeconds(2)).remaining());
		assertEquals(Duration.ZERO, deadline.within(SECOND.negated()).remaining());
	}

	@Test
	void cleaningUpGetsItsOwnTimeAfterTheDeadline() {
		Deadline deadline = Deadline.in(SECOND, now::get);
		now.addAndGet(5_000_000_000L);

		assertEquals(SECOND, deadline.restartedFor(SECOND).remaining());
		assertTrue(deadline.expired());
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, Long.MAX_VALUE, Long.MIN_VALUE })
	void theOriginOfTheClockDoesNotMatter(long origin) {
		now.set(origin);
		Deadline deadline = Deadline.in(SECOND, now::get);

		assertEquals(SECOND, deadline.remaining());
		assertEquals(Duration.ofMillis(1), deadline.within(Duration.ofMillis(1)).remaining());
		assertFalse(deadline.expired());
		now.addAndGet(1_000_000_000);
		assertTrue(deadline.expired());
	}

	@Test
	void aNegativeDurationIsOver() {
		assertTrue(Deadline.in(SECOND.negated(), now::get).expired());
	}

	@Test
	void aBoundlessDurationDoesNotOverflow() {
		assertEquals(Duration.ofDays(365), Deadline.in(Duration.ofSeconds(Long.MAX_VALUE), now::get).remaining());
	}
}
