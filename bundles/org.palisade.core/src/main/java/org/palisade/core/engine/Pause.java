package org.palisade.core.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.palisade.api.time.Cancellation;

/** A way to wait, replaceable so that tests need not. Implementations are thread-safe. */
@FunctionalInterface
public interface Pause {

	/**
	 * Returns when the time is over or cancellation is requested, whichever comes first. An interrupt of the thread ends the wait as
	 * well and stays pending.
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
