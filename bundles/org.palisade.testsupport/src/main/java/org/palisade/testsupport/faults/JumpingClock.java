package org.palisade.testsupport.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.palisade.api.time.MonotonicClock;

/** The clock of the machine, which can be set forward: so a deadline of a minute is near, and what waits for it does so in real time. */
final class JumpingClock implements MonotonicClock {

	private final AtomicLong offset = new AtomicLong();

	@Override
	public long nanoTime() {
		return System.nanoTime() + offset.get();
	}

	void forward(Duration by) {
		offset.addAndGet(by.toNanos());
	}
}
