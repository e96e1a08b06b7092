package org.example.fence.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/** Waits, and ends waiting when the time is up or the caller gives up. */
final class Watch implements AutoCloseable {

	/** The state of a process can only be asked for. */
	private static final Duration INTERVAL = Duration.ofMillis(10);

	private final Cancellation cancellation;
	private final CountDownLatch cancelled = new CountDownLatch(1);
	private final Cancellation.Registration registration;

	Watch(Cancellation cancellation) {
		this.cancellation = cancellation;
		registration = cancellation.onRequest(cancelled::countDown);
	}

	/** To be called before anything is begun. */
	void check(Deadline deadline) throws FenceException {
		if (cancellation.requested()) {
			throw new FenceException(Kind.CANCELLED, "cancelled", "");
		}
		if (deadline.expired()) {
			throw new FenceException(Kind.TIMEOUT, "timed out", "");
		}
	}

	/** Waits a moment. */
	void pause(Deadline deadline) throws FenceException {
		check(deadline);
		Duration left = deadline.remaining();
		try {
			cancelled.await(Math.min(left.toNanos(), INTERVAL.toNanos()), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new FenceException(Kind.CANCELLED, "interrupted", "");
		}
	}

	@Override
	public void close() {
		registration.close();
	}
}
