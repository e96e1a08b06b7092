package org.palisade.core.engine;

import java.time.Duration;

import org.palisade.api.time.MonotonicClock;

/** Runs from its creation. */
final class Stopwatch {

	private final MonotonicClock clock;
	private final long start;

	Stopwatch(MonotonicClock clock) {
		this.clock = clock;
		this.start = clock.nanoTime();
	}

	Duration elapsed() {
		return Duration.ofNanos(clock.nanoTime() - start);
	}
}
