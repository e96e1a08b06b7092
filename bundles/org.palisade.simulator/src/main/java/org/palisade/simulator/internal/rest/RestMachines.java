package org.palisade.simulator.internal.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.palisade.simulator.internal.disruption.Disruption;
import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.PowerOperation;
import org.palisade.simulator.internal.model.PowerTask;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.service.TaskRunner;
import org.palisade.simulator.internal.session.Session;

/** The operations on one virtual machine. Called with the world's lock held. */
final class RestMachines {

	private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final World world;
	private final TaskRunner tasks;
	private final boolean tellsIdentity;

	/**
	 * @param tellsIdentity whether the server is new enough to tell UUIDs
	 */
	RestMachines(World world, TaskRunner tasks, boolean tellsIdentity) {
		this.world = world;
		this.tasks = tasks;
		this.tellsIdentity = tellsIdentity;
	}

	private VirtualMachine machine(String id, Access needed) throws RestFault {
		VirtualMachine machine = world.inventory().find(id).filter(VirtualMachine.class::isInstance).map(VirtualMachine.class::cast)
				.filter(found -> !found.isTemplate() && found.access() != Access.NONE)
				.orElseThrow(() -> new RestFault("not_found", "Virtual machine with identifier '" + id + "' does not exist."));
		if (machine.access().compareTo(needed) < 0) {
			throw new RestFault("unauthorized", "Permission to perform this operation was denied.");
		}
		return machine;
	}

	Object get(String id) throws RestFault {
		VirtualMachine machine = machine(id, Access.READ);
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("name", machine.name());
		info.put("power_state", RestListings.powerState(machine.powerState()));
		info.put("guest_OS", "OTHER_LINUX_64");
		if (tellsIdentity) {
			Map<String, Object> identity = new LinkedHashMap<>();
			identity.put("name", machine.name());
			identity.put("bios_uuid", machine.uuid());
			identity.put("instance_uuid", machine.instanceUuid());
			info.put("identity", identity);
		}
		info.put("memory", Map.of("size_MiB", 4096, "hot_add_enabled", false));
		info.put("cpu", Map.of("count", 2, "cores_per_socket", 1));
		return info;
	}

	Object power(String id) throws RestFault {
		return Map.of("state", RestListings.powerState(machine(id, Access.READ).powerState()));
	}

	/** Powers a machine and answers when the task has ended, letting go of the lock meanwhile. */
	void power(String id, PowerOperation operation, Session session, Disruption disruption) throws RestFault, InterruptedException {
		VirtualMachine machine = machine(id, Access.FULL);
		if (machine.powerState() == operation.result() && operation != PowerOperation.RESET) {
			throw new RestFault("already_in_desired_state", "Virtual machine is already " + operation.result() + ".");
		}
		PowerTask task = world.tasks().create(operation, machine, session.user(), world.clock().instant());
		tasks.start(task, disruption);
		while (task.isUnfinished()) {
			world.awaitChange(LONGEST_WAIT_NANOS);
			if (world.tasks().find(task.id()).isEmpty()) {
				throw new RestFault("service_unavailable", "The server was restarted.");
			}
		}
		if (task.fault().isPresent()) {
			throw RestFault.of(task.fault().get());
		}
	}
}
