package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.List;

/** A cluster, or the single host's compute resource of a standalone ESXi. */
public final class ComputeResource extends ManagedEntity {

	private final Datacenter datacenter;
	private final List<HostSystem> hosts = new ArrayList<>();
	private ResourcePool rootPool;

	ComputeResource(String typeName, String id, String name, Datacenter datacenter) {
		super(VimTypes.get(typeName), id, name, datacenter.hostFolder());
		this.datacenter = datacenter;
	}

	void rootPool(ResourcePool pool) {
		this.rootPool = pool;
	}

	ResourcePool rootPool() {
		return rootPool;
	}

	void add(HostSystem host) {
		hosts.add(host);
	}

	List<HostSystem> hosts() {
		return hosts;
	}

	Datacenter datacenter() {
		return datacenter;
	}

	@Override
	public List<ManagedEntity> children() {
		List<ManagedEntity> children = new ArrayList<>(hosts);
		children.add(rootPool);
		return children;
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "resourcePool" -> rootPool;
		case "host" -> List.copyOf(hosts);
		case "datastore", "network" -> datacenter.property(property);
		case "summary" -> summary();
		default -> super.property(property);
		};
	}

	private DataObject summary() {
		int count = hosts.size();
		return DataObject.of(type().isA("ClusterComputeResource") ? "ClusterComputeResourceSummary" : "ComputeResourceSummary")
				.with("totalCpu", count * HostSystem.CORES * HostSystem.MEGAHERTZ).with("totalMemory", count * HostSystem.MEMORY_BYTES)
				.with("numCpuCores", count * HostSystem.CORES).with("numCpuThreads", count * HostSystem.CORES * 2)
				.with("effectiveCpu", count * HostSystem.CORES * HostSystem.MEGAHERTZ)
				.with("effectiveMemory", count * HostSystem.MEMORY_BYTES >> 20).with("numHosts", count).with("numEffectiveHosts", count)
				.with("overallStatus", "green");
	}
}
