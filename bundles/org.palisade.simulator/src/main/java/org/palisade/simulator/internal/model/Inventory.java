package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The inventory tree and the look-up of its entities by identifier. Guarded by the world's lock. */
public final class Inventory {

	private final Folder root;
	private final List<Datacenter> datacenters = new ArrayList<>();
	private final List<VirtualMachine> machines = new ArrayList<>();
	private final List<HostSystem> hosts = new ArrayList<>();
	private final Map<String, ManagedEntity> byId = new HashMap<>();

	Inventory(Folder root) {
		this.root = root;
		register(root);
	}

	void register(ManagedEntity entity) {
		byId.put(entity.id(), entity);
		if (entity instanceof VirtualMachine machine) {
			machines.add(machine);
		} else if (entity instanceof Datacenter datacenter) {
			datacenters.add(datacenter);
		} else if (entity instanceof HostSystem host) {
			hosts.add(host);
		}
	}

	void unregister(VirtualMachine machine) {
		byId.remove(machine.id());
		machines.remove(machine);
	}

	/** The root folder. */
	public Folder root() {
		return root;
	}

	/** The datacenters. */
	public List<Datacenter> datacenters() {
		return datacenters;
	}

	/** The hosts. */
	public List<HostSystem> hosts() {
		return hosts;
	}

	/** All virtual machines and templates. */
	public List<VirtualMachine> machines() {
		return machines;
	}

	/** The machines that a condition holds for. */
	public List<VirtualMachine> machines(Predicate<VirtualMachine> condition) {
		List<VirtualMachine> found = new ArrayList<>();
		for (VirtualMachine machine : machines) {
			if (condition.test(machine)) {
				found.add(machine);
			}
		}
		return found;
	}

	/** The entity with that identifier. */
	public Optional<ManagedEntity> find(String id) {
		return Optional.ofNullable(byId.get(id));
	}

	/** The entity at an inventory path; a leading slash and a trailing one do not matter. */
	public Optional<ManagedEntity> findByPath(String path) {
		ManagedEntity entity = root;
		for (String name : path.split("/")) {
			if (!name.isEmpty()) {
				Optional<ManagedEntity> child = child(entity, name);
				if (child.isEmpty()) {
					return Optional.empty();
				}
				entity = child.get();
			}
		}
		return Optional.of(entity);
	}

	/** The child of that escaped name. */
	public Optional<ManagedEntity> child(ManagedEntity parent, String name) {
		if (parent instanceof HostSystem) {
			return Optional.empty();
		}
		for (ManagedEntity child : parent.children()) {
			if (child.name().equals(name)) {
				return Optional.of(child);
			}
		}
		return Optional.empty();
	}
}
