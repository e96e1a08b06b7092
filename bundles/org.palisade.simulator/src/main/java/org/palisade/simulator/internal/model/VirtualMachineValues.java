package org.palisade.simulator.internal.model;

import java.time.Instant;

/** The data objects that describe a virtual machine, made when they are asked for so that a large inventory stays small. */
final class VirtualMachineValues {

	private static final Instant CREATED = Instant.parse("2024-01-01T00:00:00Z");
	private static final String GUEST_ID = "debian12_64Guest";
	private static final String GUEST_NAME = "Debian GNU/Linux 12 (64-bit)";
	private static final String HARDWARE_VERSION = "vmx-19";
	private static final int MEMORY_MEGABYTES = 4096;
	private static final int CPUS = 2;

	private VirtualMachineValues() {
	}

	static DataObject config(VirtualMachine machine) {
		return DataObject.of("VirtualMachineConfigInfo").with("changeVersion", "1").with("modified", CREATED).with("name", machine.name())
				.with("guestFullName", GUEST_NAME).with("version", HARDWARE_VERSION).with("uuid", machine.uuid().toString())
				.with("createDate", CREATED).with("instanceUuid", machine.instanceUuid().toString())
				.with("template", machine.isTemplate()).with("guestId", GUEST_ID).with("alternateGuestName", "")
				.with("files", files(machine)).with("flags", DataObject.of("VirtualMachineFlagInfo").with("enableLogging", true))
				.with("defaultPowerOps",
						DataObject.of("VirtualMachineDefaultPowerOpInfo").with("powerOffType", "soft").with("resetType", "soft"))
				.with("hardware", DataObject.of("VirtualHardware").with("numCPU", CPUS).with("numCoresPerSocket", 1).with("memoryMB",
						MEMORY_MEGABYTES))
				.with("firmware", "bios");
	}

	private static DataObject files(VirtualMachine machine) {
		String folder = "[" + machine.host().owner().datacenter().datastoreFolder().children().get(0).name() + "] " + machine.name();
		return DataObject.of("VirtualMachineFileInfo").with("vmPathName", folder + "/" + machine.name() + ".vmx")
				.with("snapshotDirectory", folder + "/").with("suspendDirectory", folder + "/").with("logDirectory", folder + "/");
	}

	static DataObject runtime(VirtualMachine machine) {
		return DataObject.of("VirtualMachineRuntimeInfo").with("host", machine.host()).with("connectionState", machine.connectionState())
				.with("powerState", machine.powerState().name()).with("faultToleranceState", "notConfigured")
				.with("toolsInstallerMounted", false).with("bootTime", machine.bootTime().orElse(null))
				.with("maxCpuUsage", CPUS * HostSystem.MEGAHERTZ).with("maxMemoryUsage", MEMORY_MEGABYTES).with("numMksConnections", 0)
				.with("recordReplayState", "inactive").with("onlineStandby", false).with("consolidationNeeded", false);
	}

	static DataObject guest(VirtualMachine machine) {
		boolean running = machine.powerState() == PowerState.poweredOn;
		return DataObject.of("GuestInfo").with("toolsStatus", toolsStatus(running)).with("toolsVersionStatus", "guestToolsCurrent")
				.with("toolsRunningStatus", toolsRunningStatus(running)).with("ipAddress", running ? address(machine) : null)
				.with("guestState", running ? "running" : "notRunning");
	}

	private static String toolsStatus(boolean running) {
		return running ? "toolsOk" : "toolsNotRunning";
	}

	private static String toolsRunningStatus(boolean running) {
		return running ? "guestToolsRunning" : "guestToolsNotRunning";
	}

	/** An address of its own for each machine, as VMware Tools report it while it runs. */
	private static String address(VirtualMachine machine) {
		int number = Integer.parseInt(machine.id().substring(machine.id().lastIndexOf('-') + 1));
		return "10." + (number >> 16 & 0xff) + "." + (number >> 8 & 0xff) + "." + (number & 0xff);
	}

	static DataObject summary(VirtualMachine machine) {
		boolean running = machine.powerState() == PowerState.poweredOn;
		return DataObject.of("VirtualMachineSummary").with("vm", machine).with("runtime", runtime(machine))
				.with("guest",
						DataObject.of("VirtualMachineGuestSummary").with("guestId", GUEST_ID).with("guestFullName", GUEST_NAME)
								.with("toolsStatus", toolsStatus(running)).with("toolsRunningStatus", toolsRunningStatus(running))
								.with("ipAddress", running ? address(machine) : null))
				.with("config", configSummary(machine))
				.with("storage", DataObject.of("VirtualMachineStorageSummary").with("committed", 8L << 30).with("uncommitted", 8L << 30)
						.with("unshared", 8L << 30).with("timestamp", CREATED))
				.with("quickStats",
						DataObject.of("VirtualMachineQuickStats").with("overallCpuUsage", 0).with("overallCpuDemand", 0)
								.with("guestMemoryUsage", 0).with("hostMemoryUsage", 0).with("guestHeartbeatStatus", "gray"))
				.with("overallStatus", "green");
	}

	private static DataObject configSummary(VirtualMachine machine) {
		return DataObject.of("VirtualMachineConfigSummary").with("name", machine.name()).with("template", machine.isTemplate())
				.with("vmPathName", files(machine).get(0)).with("memorySizeMB", MEMORY_MEGABYTES).with("numCpu", CPUS)
				.with("numEthernetCards", 1).with("numVirtualDisks", 1).with("uuid", machine.uuid().toString())
				.with("instanceUuid", machine.instanceUuid().toString()).with("guestId", GUEST_ID).with("guestFullName", GUEST_NAME);
	}
}
