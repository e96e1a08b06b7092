package org.palisade.simulator.internal.service;

import java.util.Map;

import org.palisade.simulator.internal.model.Access;
import org.palisade.simulator.internal.model.PowerOperation;
import org.palisade.simulator.internal.model.PowerTask;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VirtualMachine;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.soap.Answer;

/** The methods of virtual machines that power them. */
final class PowerMethods {

	private final ObjectDirectory objects;
	private final World world;
	private final TaskRunner tasks;

	PowerMethods(ObjectDirectory objects, World world, TaskRunner tasks) {
		this.objects = objects;
		this.world = world;
		this.tasks = tasks;
	}

	void register(Map<String, VimMethod> methods) {
		for (PowerOperation operation : PowerOperation.values()) {
			methods.put(operation.method(), call -> power(call, operation));
		}
	}

	private Answer power(Call call, PowerOperation operation) throws VimFault {
		VirtualMachine machine = objects.get(call, call.self(), VirtualMachine.class);
		if (machine.access() != Access.FULL) {
			throw VimFault.noPermission(machine, operation.privilegeId());
		}
		if (machine.isTemplate()) {
			throw VimFault.named("NotSupported", "The operation is not supported on the object.");
		}
		PowerTask task = world.tasks().create(operation, machine, call.session().user(), world.clock().instant());
		tasks.start(task, call.disruption());
		return out -> out.reference("returnval", task);
	}
}
