package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Stands in for the wait: notes how long it was to be, and lasts until the test or an end lets go of it. */
final class ScriptedPause implements Pause {

	private final List<Duration> waits = new ArrayList<>();
	private final Semaphore permits = new Semaphore(0);

	@Override
	public void await(Duration longest, BooleanSupplier unless) {
		if (longest.isZero() || unless.getAsBoolean()) {
			return;
		}
		synchronized (waits) {
			waits.add(longest);
		}
		permits.acquireUninterruptibly();
	}

	@Override
	public void end() {
		permits.release();
	}

	List<Duration> waits() {
		synchronized (waits) {
			return List.copyOf(waits);
		}
	}
}
