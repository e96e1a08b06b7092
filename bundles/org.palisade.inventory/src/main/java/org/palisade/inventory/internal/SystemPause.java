package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A wait by the system's clock. */
final class SystemPause implements Pause {

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition ended = lock.newCondition();
	private long ends;

	@Override
	public void await(Duration longest, BooleanSupplier unless) {
		lock.lock();
		try {
			long endsBefore = ends;
			long left = longest.toNanos();
			while (left > 0 && ends == endsBefore && !unless.getAsBoolean()) {
				left = ended.awaitNanos(left);
			}
		} catch (InterruptedException asGoodAsEnded) {
			Thread.currentThread().interrupt();
		} finally {
			lock.unlock();
		}
	}

	@Override
	public void end() {
		lock.lock();
		try {
			ends++;
			ended.signalAll();
		} finally {
			lock.unlock();
		}
	}
}
