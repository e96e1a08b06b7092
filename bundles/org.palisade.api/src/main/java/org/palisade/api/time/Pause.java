package org.palisade.api.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A way to wait, between two looks at a server that tells of no changes for example; replaceable, so that tests need not. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface Pause {

	/**
	 * Returns when the time is over or cancellation is requested, whichever comes first. An interrupt of the thread ends the wait as
	 * well and stays pending.
	 *
	 * @param duration how long; a caller with a deadline gives no more than {@code deadline.within(…).remaining()}
	 */
	void await(Duration duration, Cancellation cancellation);

	/** {@return a pause by the clock of this Java virtual machine} */
	static Pause system() {
		return (duration, cancellation) -> {
			CountDownLatch over = new CountDownLatch(1);
			Cancellation.Registration registration = cancellation.onRequest(over::countDown);
			try {
				over.await(duration.toNanos(), TimeUnit.NANOSECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			} finally {
				registration.close();
			}
		};
	}
}
