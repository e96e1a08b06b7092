package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.List;

/** A compute resource's root resource pool, or one below. */
public final class ResourcePool extends ManagedEntity {

	private final ComputeResource owner;
	private final List<ResourcePool> pools = new ArrayList<>();
	private final List<VirtualMachine> machines = new ArrayList<>();

	ResourcePool(String id, String name, ManagedEntity parent, ComputeResource owner) {
		super(VimTypes.get("ResourcePool"), id, name, parent);
		this.owner = owner;
	}

	void add(ResourcePool pool) {
		pools.add(pool);
	}

	List<ResourcePool> pools() {
		return pools;
	}

	List<VirtualMachine> machines() {
		return machines;
	}

	@Override
	public List<ManagedEntity> children() {
		List<ManagedEntity> children = new ArrayList<>(pools);
		children.addAll(machines);
		return children;
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "owner" -> owner;
		case "resourcePool" -> List.copyOf(pools);
		case "vm" -> List.copyOf(machines);
		case "summary" -> DataObject.of("ResourcePoolSummary").with("name", name()).with("runtime", runtime());
		case "runtime" -> runtime();
		default -> super.property(property);
		};
	}

	private static DataObject runtime() {
		return DataObject.of("ResourcePoolRuntimeInfo").with("memory", usage()).with("cpu", usage()).with("overallStatus", "green");
	}

	private static DataObject usage() {
		return DataObject.of("ResourcePoolResourceUsage").with("reservationUsed", 0L).with("reservationUsedForVm", 0L)
				.with("unreservedForPool", 1L << 20).with("unreservedForVm", 1L << 20).with("overallUsage", 0L).with("maxUsage", 1L << 20);
	}
}
