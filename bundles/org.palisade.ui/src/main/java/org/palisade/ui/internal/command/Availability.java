package org.palisade.ui.internal.command;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.core.option.FenceAction;

/** Why an action makes no sense now. */
final class Availability {

	private Availability() {
	}

	/** {@return why the action cannot be carried out on these machines, for the user; empty when it can} */
	static Optional<String> reasonAgainst(FenceAction action, List<VirtualMachine> machines) {
		if (machines.isEmpty()) {
			return Optional.of(Messages.select_machine);
		}
		return machines.stream().map(machine -> reasonAgainst(action, machine)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> reasonAgainst(FenceAction action, VirtualMachine machine) {
		boolean template = machine.details().filter(MachineDetails::template).isPresent();
		if (template && action != FenceAction.STATUS) {
			return Optional.of(NLS.bind(Messages.is_template, machine.name()));
		}
		if (machine.details().filter(details -> details.connection() == ConnectionState.CONNECTED).isEmpty()) {
			// What the server remembers is no reason to keep somebody from trying.
			return Optional.empty();
		}
		PowerState power = machine.details().map(MachineDetails::power).orElse(PowerState.UNKNOWN);
		if (action == FenceAction.ON && power == PowerState.ON) {
			return Optional.of(NLS.bind(Messages.is_on, machine.name()));
		}
		return action == FenceAction.OFF && power == PowerState.OFF ? Optional.of(NLS.bind(Messages.is_off, machine.name())) : Optional.empty();
	}
}
