package org.palisade.api;

import java.util.Objects;
import java.util.Optional;

/**
 * Identity and power state of a plug, read from the server in one and the same call. Immutable.
 *
 * @param plug the identity as it is now
 * @param power the power state
 * @param doubt why the server's word about the power state cannot be relied on, in the user's language, for example that it has lost
 *            contact with the host; empty when it can. The core never takes a doubtful state for off
 */
public record PlugState(Plug plug, PowerState power, Optional<String> doubt) {

	/** Refuses nulls. */
	public PlugState {
		Objects.requireNonNull(plug);
		Objects.requireNonNull(power);
		Objects.requireNonNull(doubt);
	}

	/** {@return whether the plug is off beyond doubt} */
	public boolean isOff() {
		return power == PowerState.OFF && doubt.isEmpty();
	}

	/** {@return whether the plug is on beyond doubt} */
	public boolean isOn() {
		return power == PowerState.ON && doubt.isEmpty();
	}
}
