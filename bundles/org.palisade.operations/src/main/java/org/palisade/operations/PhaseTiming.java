package org.palisade.operations;

import java.time.Duration;
import java.util.Objects;

/**
 * When a phase ran. Immutable.
 *
 * @param phase which
 * @param start from the begin of the operation
 * @param duration how long it took
 * @param failed whether it ended with an error
 */
public record PhaseTiming(Phase phase, Duration start, Duration duration, boolean failed) {

	/** Refuses nulls. */
	public PhaseTiming {
		Objects.requireNonNull(phase);
		Objects.requireNonNull(start);
		Objects.requireNonNull(duration);
	}
}
