package org.palisade.api.time;

import java.time.Duration;
import java.util.Objects;

/**
 * The instant by which something has to be finished, on a monotonic clock. Immutable and thread-safe.
 * <p>
 * A deadline is handed down unchanged or narrowed with {@link #within(Duration)}; it can never be extended by whoever receives it.
 */
public final class Deadline {

	/** What an unlimited duration is cut to: far beyond any run, and safe from overflow on a nanosecond clock. */
	private static final Duration LONGEST = Duration.ofDays(365);

	private final MonotonicClock clock;
	private final long nanos;

	private Deadline(MonotonicClock clock, long nanos) {
		this.clock = clock;
		this.nanos = nanos;
	}

	/**
	 * {@return the deadline that is {@code duration} from now}
	 *
	 * @param duration zero or more; a negative one counts as zero, one of more than a year as a year
	 * @param clock the clock by which this deadline is measured from now on
	 */
	public static Deadline in(Duration duration, MonotonicClock clock) {
		Objects.requireNonNull(clock);
		return new Deadline(clock, clock.nanoTime() + clamp(duration).toNanos());
	}

	/**
	 * {@return the earlier of this deadline and the one that is {@code limit} from now}
	 *
	 * @param limit zero or more; a negative one counts as zero
	 */
	public Deadline within(Duration limit) {
		Deadline other = in(limit, clock);
		return other.nanos - nanos < 0 ? other : this;
	}

	/**
	 * {@return a deadline that is {@code duration} from now on this deadline's clock, whether or not this one has passed}
	 * For cleaning up after an expired deadline, a log-out for example.
	 *
	 * @param duration zero or more; a negative one counts as zero
	 */
	public Deadline restartedFor(Duration duration) {
		return in(duration, clock);
	}

	/**
	 * {@return the time left, zero when the deadline has passed, never negative}
	 */
	public Duration remaining() {
		return Duration.ofNanos(Math.max(0, nanos - clock.nanoTime()));
	}

	/**
	 * {@return whether no time is left}
	 */
	public boolean expired() {
		return nanos - clock.nanoTime() <= 0;
	}

	@Override
	public String toString() {
		return "Deadline[" + remaining() + " left]";
	}

	private static Duration clamp(Duration duration) {
		if (duration.isNegative()) {
			return Duration.ZERO;
		}
		return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
	}
}
