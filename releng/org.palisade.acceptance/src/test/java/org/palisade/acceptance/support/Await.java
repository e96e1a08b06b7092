package org.palisade.acceptance.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something that only asking tells. */
public final class Await {

	/** Who is asked has other things to do. */
	private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(5);

	private Await() {
	}

	/**
	 * Asks until the answer is yes.
	 *
	 * @param what what is waited for, for the message of the failure
	 * @param bound how long to ask
	 * @param condition runs a command or a request, and so paces the asking
	 */
	public static void until(String what, Duration bound, BooleanSupplier condition) {
		long end = System.nanoTime() + bound.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - end > 0) {
				throw new AssertionError(what + ": not within " + bound);
			}
			LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
		}
	}
}
