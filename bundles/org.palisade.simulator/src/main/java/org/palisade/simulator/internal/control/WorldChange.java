package org.palisade.simulator.internal.control;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.EscapedName;
import org.palisade.simulator.internal.model.Folder;
import org.palisade.simulator.internal.model.HostSystem;
import org.palisade.simulator.internal.model.PowerOperation;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;

/** A change of one machine that somebody else than a client makes: the virtualisation's own high availability, an administrator. */
final class WorldChange {

	private static final String CONTROL = "control";
	private static final Set<String> CONNECTION_STATES = Set.of("connected", "disconnected", "orphaned", "inaccessible", "invalid");
	private static final Set<String> CHANGES = Set.of("power", "rename", "move", "host", "clone", "folder", "sameUuid", "delete", "connectionState",
			"template", "access");

	private final World world;
	private final Parameters parameters;

	/** Checks everything that can be checked before it is made. */
	WorldChange(World world, Parameters parameters) throws ControlException {
		this.world = world;
		this.parameters = parameters;
		if (CHANGES.stream().allMatch(change -> parameters.get(change).isEmpty())) {
			throw ControlException.badRequest("nothing to change; there are " + String.join(", ", new TreeSet<>(CHANGES)));
		}
		operation();
		access();
		String state = parameters.get("connectionState").orElse("connected");
		if (!CONNECTION_STATES.contains(state)) {
			throw ControlException.badRequest("connectionState: '" + state + "' is none of " + new TreeSet<>(CONNECTION_STATES));
		}
	}

	static Set<String> parameterNames() {
		Set<String> names = new TreeSet<>(CHANGES);
		names.addAll(MachineSelector.PARAMETERS);
		return names;
	}

	private Optional<PowerOperation> operation() throws ControlException {
		Optional<String> power = parameters.get("power");
		if (power.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(switch (power.get()) {
		case "on" -> PowerOperation.POWER_ON;
		case "off" -> PowerOperation.POWER_OFF;
		case "suspended" -> PowerOperation.SUSPEND;
		case "reset" -> PowerOperation.RESET;
		default -> throw ControlException.badRequest("power: '" + power.get() + "' is none of on, off, suspended, reset");
		});
	}

	private Optional<Access> access() throws ControlException {
		Optional<String> access = parameters.get("access");
		if (access.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(switch (access.get()) {
		case "none" -> Access.NONE;
		case "view" -> Access.VIEW;
		case "read" -> Access.READ;
		case "full" -> Access.FULL;
		default -> throw ControlException.badRequest("access: '" + access.get() + "' is none of none, view, read, full");
		});
	}

	/** Makes it, and returns the machine that it concerned or made. */
	VirtualMachine apply() throws ControlException {
		world.lock();
		try {
			VirtualMachine machine = MachineSelector.one(world, parameters);
			if (parameters.get("clone").isPresent()) {
				return copy(machine);
			}
			change(machine);
			return machine;
		} finally {
			world.unlock();
		}
	}

	private VirtualMachine copy(VirtualMachine machine) throws ControlException {
		Folder folder = parameters.get("folder").isPresent() ? folder(parameters.require("folder")) : (Folder) machine.parent();
		return world.copy(machine, EscapedName.of(parameters.require("clone")), folder, parameters.isTrue("sameUuid"));
	}

	private Folder folder(String path) throws ControlException {
		return world.inventory().findByPath(path).filter(Folder.class::isInstance).map(Folder.class::cast)
				.orElseThrow(() -> new ControlException(404, "there is no folder " + path));
	}

	private HostSystem host(VirtualMachine machine, String name) throws ControlException {
		return world.inventory().hosts().stream().filter(host -> host.name().equals(name) && host.parent() == machine.host().parent()).findFirst()
				.orElseThrow(() -> new ControlException(404, "there is no host " + name + " where the machine is"));
	}

	private void change(VirtualMachine machine) throws ControlException {
		Optional<Folder> target = parameters.get("move").isPresent() ? Optional.of(folder(parameters.require("move"))) : Optional.empty();
		Optional<HostSystem> host = parameters.get("host").isPresent() ? Optional.of(host(machine, parameters.require("host"))) : Optional.empty();
		boolean template = parameters.isTrue("template");
		boolean delete = parameters.isTrue("delete");
		operation().ifPresent(operation -> world.power(machine, operation, CONTROL));
		access().ifPresent(access -> world.access(machine, access));
		parameters.get("connectionState").ifPresent(state -> world.connectionState(machine, state));
		parameters.get("rename").ifPresent(name -> world.rename(machine, EscapedName.of(name)));
		if (parameters.get("template").isPresent()) {
			world.template(machine, template);
		}
		target.ifPresent(folder -> world.move(machine, folder));
		host.ifPresent(newHost -> world.migrate(machine, newHost));
		if (delete) {
			world.delete(machine);
		}
	}
}
