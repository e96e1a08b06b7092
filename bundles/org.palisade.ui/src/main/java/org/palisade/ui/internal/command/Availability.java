package org.palisade.ui.internal.command;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.inventory.MachineTarget;

/** Why an action makes no sense now. */
final class Availability {

	private Availability() {
	}

	/** {@return why the action cannot be carried out on these machines, for the user; empty when it can} */
	static Optional<String> reasonAgainst(FenceAction action, List<MachineTarget> targets) {
		if (targets.isEmpty()) {
			return Optional.of(Messages.select_machine);
		}
		return targets.stream().map(target -> reasonAgainst(action, target)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> reasonAgainst(FenceAction action, MachineTarget target) {
		boolean template = target.details().filter(MachineDetails::template).isPresent();
		if (template && action != FenceAction.STATUS) {
			return Optional.of(NLS.bind(Messages.is_template, target.machine().name()));
		}
		if (!target.isVouchedFor()) {
			// What the server remembers is no reason to keep somebody from trying.
			return Optional.empty();
		}
		PowerState power = target.details().map(MachineDetails::power).orElse(PowerState.UNKNOWN);
		if (action == FenceAction.ON && power == PowerState.ON) {
			return Optional.of(NLS.bind(Messages.is_on, target.machine().name()));
		}
		return action == FenceAction.OFF && power == PowerState.OFF ? Optional.of(NLS.bind(Messages.is_off, target.machine().name())) : Optional.empty();
	}
}
