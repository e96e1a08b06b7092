package org.palisade.backend.rest.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/** The time between two looks at something that sends no events. */
@FunctionalInterface
interface Interval {

	/** Returns when the interval is over, when the deadline has passed, or when cancellation is requested, whichever comes first. */
	void await(Deadline deadline, Cancellation cancellation);

	/** {@return an interval of real time} */
	static Interval of(Duration length) {
		return (deadline, cancellation) -> {
			CountDownLatch cancelled = new CountDownLatch(1);
			Cancellation.Registration registration = cancellation.onRequest(cancelled::countDown);
			try {
				cancelled.await(deadline.within(length).remaining().toNanos(), TimeUnit.NANOSECONDS);
			} catch (InterruptedException e) {
				// Whoever interrupts wants the caller to end: the deadline still bounds it.
				Thread.currentThread().interrupt();
			} finally {
				registration.close();
			}
		};
	}
}
