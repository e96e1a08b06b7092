package org.palisade.devices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.FenceProblem;

/**
 * What is known of a device from looking at it. Immutable.
 *
 * @param last the last check; empty before the first
 * @param lastFailure the last check that found a problem, be it that the device works again
 */
public record DeviceHealth(Optional<DeviceCheck> last, Optional<DeviceCheck> lastFailure) {

	/** Nothing is known. */
	public static final DeviceHealth UNKNOWN = new DeviceHealth(Optional.empty(), Optional.empty());

	/** Refuses nulls. */
	public DeviceHealth {
		Objects.requireNonNull(last);
		Objects.requireNonNull(lastFailure);
	}

	/** {@return what is known after one more check} */
	public DeviceHealth after(DeviceCheck check) {
		return new DeviceHealth(Optional.of(check), check.problem().isPresent() ? Optional.of(check) : lastFailure);
	}

	/** {@return whether the last check found that fencing would work} */
	public boolean isWell() {
		return last.filter(check -> check.problem().isEmpty()).isPresent();
	}

	/** {@return whether the last check found a problem} */
	public boolean isFailing() {
		return last.filter(check -> check.problem().isPresent()).isPresent();
	}

	/** {@return whether the server refused the account, so that trying again without a reason could lock it} */
	public boolean isRefused() {
		return last.flatMap(DeviceCheck::problem).filter(problem -> problem.kind() == FenceProblem.Kind.LOGIN).isPresent();
	}

	/** {@return what the server said last that the plugs mean} */
	public List<PlugMapping> mappings() {
		return last.map(DeviceCheck::mappings).orElse(List.of());
	}
}
