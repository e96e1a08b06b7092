package org.palisade.simulator.internal.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.palisade.simulator.internal.model.EscapedName;
import org.palisade.simulator.internal.model.ManagedEntity;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;

/** Finds the machines that {@code id}, {@code path} or {@code name} stands for. */
final class MachineSelector {

	static final Set<String> PARAMETERS = Set.of("id", "path", "name");

	private MachineSelector() {
	}

	/** All machines that match; called with the world's lock held. */
	static List<VirtualMachine> select(World world, Parameters parameters) throws ControlException {
		if (parameters.get("id").isPresent()) {
			return machine(world.inventory().find(parameters.require("id")).orElse(null));
		}
		if (parameters.get("path").isPresent()) {
			return machine(world.inventory().findByPath(parameters.require("path")).orElse(null));
		}
		String name = parameters.get("name")
				.orElseThrow(() -> ControlException.badRequest("id, path or name: one of them has to say which machine"));
		String escaped = EscapedName.of(name);
		return world.inventory().machines(machine -> machine.name().equals(name) || machine.name().equals(escaped));
	}

	private static List<VirtualMachine> machine(ManagedEntity entity) {
		return entity instanceof VirtualMachine machine ? List.of(machine) : List.of();
	}

	/** The one machine that matches. */
	static VirtualMachine one(World world, Parameters parameters) throws ControlException {
		List<VirtualMachine> found = select(world, parameters);
		if (found.isEmpty()) {
			throw new ControlException(404, "there is no such machine");
		}
		if (found.size() > 1) {
			List<String> paths = new ArrayList<>();
			found.forEach(machine -> paths.add(machine.path()));
			throw new ControlException(409, "that is more than one machine: " + String.join(", ", paths));
		}
		return found.get(0);
	}
}
