package org.palisade.simulator.internal.disruption;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds requests up, and lets all go at once when the server is closed or the orders are withdrawn. Thread-safe. */
public final class Pauses {

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition released = lock.newCondition();
	private long releases;

	/**
	 * Waits.
	 *
	 * @return whether the time passed; false when everybody was let go before
	 */
	public boolean pause(long millis) throws InterruptedException {
		long left = TimeUnit.MILLISECONDS.toNanos(millis);
		lock.lockInterruptibly();
		try {
			long before = releases;
			while (left > 0 && releases == before) {
				left = released.awaitNanos(left);
			}
			return releases == before;
		} finally {
			lock.unlock();
		}
	}

	/** Lets everybody go. */
	public void release() {
		lock.lock();
		try {
			releases++;
			released.signalAll();
		} finally {
			lock.unlock();
		}
	}
}
