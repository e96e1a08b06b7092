package org.palisade.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.FenceProblem;

/**
 * What came of looking at a device once. Immutable.
 *
 * @param time when it began
 * @param latency how long it took, from the log-in to the log-out
 * @param problem why fencing would fail; empty when it would work
 * @param mappings what the server said that the plugs mean; empty when it did not come to that
 */
public record DeviceCheck(Instant time, Duration latency, Optional<FenceProblem> problem, List<PlugMapping> mappings) {

	/** Refuses nulls and copies the list. */
	public DeviceCheck {
		Objects.requireNonNull(time);
		Objects.requireNonNull(latency);
		Objects.requireNonNull(problem);
		mappings = List.copyOf(mappings);
	}
}
