package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemPauseTest {

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private final SystemPause pause = new SystemPause();

	@Test
	void endsWhenItIsOver() {
		pause.await(Duration.ofNanos(1), () -> false);
		pause.await(Duration.ZERO, () -> false);
	}

	@Test
	void doesNotBeginWhenItIsNotWanted() {
		pause.await(FOR_EVER, () -> true);
	}

	@Test
	void isEndedByAnotherThread() throws InterruptedException {
		AtomicInteger asked = new AtomicInteger();
		CountDownLatch waiting = new CountDownLatch(1);
		Thread thread = new Thread(() -> pause.await(FOR_EVER, () -> {
			waiting.countDown();
			return asked.incrementAndGet() > 2;
		}));
		thread.setDaemon(true);
		thread.start();
		assertTrue(waiting.await(30, TimeUnit.SECONDS));
		// The question is asked with the lock held, so that this end comes after the wait has begun.
		pause.end();
		thread.join(30_000);
		assertTrue(!thread.isAlive());
	}
}
