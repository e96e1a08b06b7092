package org.palisade.simulator.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An ESXi host. */
public final class HostSystem extends ManagedEntity {

	static final int CORES = 16;
	static final int MEGAHERTZ = 2600;
	static final long MEMORY_BYTES = 256L << 30;

	private final ComputeResource owner;
	private final UUID uuid;
	private final List<VirtualMachine> machines = new ArrayList<>();
	private String connectionState = "connected";
	private boolean maintenance;

	HostSystem(String id, String name, ComputeResource owner, UUID uuid) {
		super(VimTypes.get("HostSystem"), id, name, owner);
		this.owner = owner;
		this.uuid = uuid;
	}

	ComputeResource owner() {
		return owner;
	}

	/** Its hardware UUID. */
	public UUID uuid() {
		return uuid;
	}

	/** Its connection state: {@code connected}, {@code disconnected} or {@code notResponding}. */
	public String connectionState() {
		return connectionState;
	}

	void connectionState(String state) {
		this.connectionState = state;
	}

	void maintenance(boolean inMaintenance) {
		this.maintenance = inMaintenance;
	}

	List<VirtualMachine> machines() {
		return machines;
	}

	@Override
	public List<VirtualMachine> children() {
		return machines;
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "vm" -> List.copyOf(machines);
		case "datastore", "network" -> owner.datacenter().property(property);
		case "runtime" -> runtime();
		case "summary" -> summary();
		default -> super.property(property);
		};
	}

	private DataObject runtime() {
		return DataObject.of("HostRuntimeInfo").with("connectionState", connectionState).with("powerState", "poweredOn")
				.with("inMaintenanceMode", maintenance);
	}

	private DataObject summary() {
		return DataObject.of("HostListSummary").with("host", this)
				.with("hardware", DataObject.of("HostHardwareSummary").with("vendor", "Palisade").with("model", "Simulated host")
						.with("uuid", uuid.toString()).with("memorySize", MEMORY_BYTES).with("cpuModel", "Simulated CPU")
						.with("cpuMhz", MEGAHERTZ).with("numCpuPkgs", 2).with("numCpuCores", CORES).with("numCpuThreads", CORES * 2)
						.with("numNics", 2).with("numHBAs", 1))
				.with("runtime", runtime())
				.with("config", DataObject.of("HostConfigSummary").with("name", name()).with("port", 443).with("vmotionEnabled", true))
				.with("quickStats", DataObject.of("HostListSummaryQuickStats").with("overallCpuUsage", 500).with("overallMemoryUsage", 4096))
				.with("overallStatus", "green").with("rebootRequired", false);
	}
}
