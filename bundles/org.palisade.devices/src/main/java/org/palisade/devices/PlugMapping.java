package org.palisade.devices;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.PowerState;

/**
 * What a plug means. Immutable.
 *
 * @param plug the plug, as the agent is told it
 * @param machines all that it may mean, templates included: exactly one when all is well
 */
public record PlugMapping(String plug, List<MappedMachine> machines) {

	/** Refuses null and copies the list. */
	public PlugMapping {
		Objects.requireNonNull(plug);
		machines = List.copyOf(machines);
	}

	/** {@return the machine that would be fenced, by the rule of the engine: exactly one that is no template} */
	public Optional<MappedMachine> machine() {
		List<MappedMachine> candidates = machines.stream().filter(machine -> !machine.template()).toList();
		return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
	}

	/** {@return what is wrong} */
	public Set<MappingWarning> warnings() {
		Set<MappingWarning> warnings = EnumSet.noneOf(MappingWarning.class);
		if (machines.isEmpty()) {
			warnings.add(MappingWarning.MISSING);
		} else if (machines.stream().allMatch(MappedMachine::template)) {
			warnings.add(MappingWarning.TEMPLATE);
		} else if (machine().isEmpty()) {
			warnings.add(MappingWarning.AMBIGUOUS);
		}
		machine().ifPresent(machine -> addState(machine, warnings));
		return warnings;
	}

	private static void addState(MappedMachine machine, Set<MappingWarning> warnings) {
		if (machine.power().equals(Optional.of(PowerState.SUSPENDED))) {
			warnings.add(MappingWarning.SUSPENDED);
		}
		if (!machine.vouchedFor()) {
			warnings.add(MappingWarning.HOST_DISCONNECTED);
		}
	}
}
