package org.palisade.testsupport.faults;

import java.time.Duration;

import org.palisade.api.time.MonotonicClock;

/** The clock of the machine, which can be set forward: so a deadline of a minute is near, and what waits for it does so in real time. */
final class JumpingClock implements MonotonicClock {

	private volatile long offset;

	@Override
	public long nanoTime() {
		return System.nanoTime() + offset;
	}

	void forward(Duration by) {
		offset += by.toNanos();
	}
}
