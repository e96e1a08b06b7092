package org.palisade.tck;

import java.util.concurrent.atomic.AtomicInteger;

import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** A clock by which a deadline passes at the n-th look at it: a deadline that passes at a known point of a call. Thread-safe. */
final class ExpiringClock implements MonotonicClock {

	private static final long JUMP = Bench.AMPLE.multipliedBy(2).toNanos();

	private final int looksUntilExpiry;
	private final AtomicInteger looks = new AtomicInteger();
	private volatile boolean armed;

	/** @param looksUntilExpiry at which look it has passed, one or more */
	ExpiringClock(int looksUntilExpiry) {
		this.looksUntilExpiry = looksUntilExpiry;
	}

	/** {@return the deadline; looks count from now on} */
	Deadline deadline() {
		Deadline deadline = Deadline.in(Bench.AMPLE, this);
		armed = true;
		return deadline;
	}

	/** {@return whether it was looked at often enough} */
	boolean hasExpired() {
		return looks.get() >= looksUntilExpiry;
	}

	@Override
	public long nanoTime() {
		return System.nanoTime() + (armed && looks.incrementAndGet() >= looksUntilExpiry ? JUMP : 0);
	}
}
