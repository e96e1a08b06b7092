package org.palisade.core.engine;

import java.time.Duration;

import org.palisade.api.time.MonotonicClock;

/** A clock that moves when a test says so. */
final class ManualClock implements MonotonicClock {

	private long nanos = 1_000;

	@Override
	public long nanoTime() {
		return nanos;
	}

	void advance(Duration duration) {
		nanos += duration.toNanos();
	}
}
