package org.palisade.backend.ssh.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.palisade.api.time.Cancellation;

/** How the time between two looks at a machine passes; injected, so that tests need not wait. */
@FunctionalInterface
interface Pause {

	/** Returns after {@code length}, or as soon as cancellation is requested. */
	void pass(Duration length, Cancellation cancellation) throws InterruptedException;

	/** {@return the pause by the clock} */
	static Pause real() {
		return (length, cancellation) -> {
			CountDownLatch requested = new CountDownLatch(1);
			Cancellation.Registration registration = cancellation.onRequest(requested::countDown);
			try {
				requested.await(length.toNanos(), TimeUnit.NANOSECONDS);
			} finally {
				registration.close();
			}
		};
	}
}
