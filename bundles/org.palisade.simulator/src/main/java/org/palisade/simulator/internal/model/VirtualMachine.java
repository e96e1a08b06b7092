package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A virtual machine or a template. It is changed through {@link World} only. */
public final class VirtualMachine extends ManagedEntity {

	private final UUID uuid;
	private final UUID instanceUuid;
	private HostSystem host;
	private ResourcePool pool;
	private boolean template;
	private PowerState powerState;
	private String connectionState = "connected";
	private Instant bootTime;
	private Access access = Access.FULL;
	private PowerHistory history;
	private PowerTask activeTask;

	VirtualMachine(String id, String name, Folder parent, Placement placement, PowerState powerState, Instant bootTime) {
		super(VimTypes.get("VirtualMachine"), id, name, parent);
		this.uuid = placement.uuid();
		this.instanceUuid = placement.instanceUuid();
		this.host = placement.host();
		this.pool = placement.pool();
		this.template = pool == null;
		this.powerState = powerState;
		this.bootTime = bootTime;
	}

	/** What tells machines apart and where they run; a template has no pool. */
	record Placement(UUID uuid, UUID instanceUuid, HostSystem host, ResourcePool pool) {
	}

	/** Its BIOS UUID. */
	public UUID uuid() {
		return uuid;
	}

	/** Its instance UUID. */
	public UUID instanceUuid() {
		return instanceUuid;
	}

	/** The host that it is registered with. */
	public HostSystem host() {
		return host;
	}

	/** Its new host, of the same compute resource. */
	void host(HostSystem newHost) {
		this.host = newHost;
	}

	/** Its resource pool; null for a template. */
	ResourcePool pool() {
		return pool;
	}

	/** Whether it is a template, which cannot be powered. */
	public boolean isTemplate() {
		return template;
	}

	/** Its power state. */
	public PowerState powerState() {
		return powerState;
	}

	/** Its connection state, {@code connected} as a rule. */
	public String connectionState() {
		return connectionState;
	}

	/** Since when it is on; empty when it is not. */
	public Optional<Instant> bootTime() {
		return Optional.ofNullable(bootTime);
	}

	/** What the account may do with it. */
	public Access access() {
		return access;
	}

	/** What was done to its power; empty when nothing ever was. */
	public Optional<PowerHistory> history() {
		return Optional.ofNullable(history);
	}

	/** The task that runs on it now. */
	public Optional<PowerTask> activeTask() {
		return Optional.ofNullable(activeTask);
	}

	void activeTask(PowerTask task) {
		this.activeTask = task;
	}

	void power(PowerOperation operation, String by, Instant now) {
		powerState = operation.result();
		bootTime = powerState == PowerState.poweredOn ? now : null;
		if (history == null) {
			history = new PowerHistory();
		}
		history.add(new PowerHistory.Event(operation, by, now));
	}

	void connectionState(String state) {
		this.connectionState = state;
	}

	void access(Access newAccess) {
		this.access = newAccess;
	}

	/** As the API's MarkAsTemplate does it: a template is off and in no pool. */
	void template(boolean isTemplate) {
		this.template = isTemplate;
		this.pool = isTemplate ? null : host.owner().rootPool();
	}

	@Override
	public List<ManagedEntity> children() {
		return List.of();
	}

	@Override
	public Object property(String property) {
		return switch (property) {
		case "config" -> VirtualMachineValues.config(this);
		case "runtime" -> VirtualMachineValues.runtime(this);
		case "guest" -> VirtualMachineValues.guest(this);
		case "summary" -> VirtualMachineValues.summary(this);
		case "resourcePool" -> pool;
		case "datastore", "network" -> host.property(property);
		case "guestHeartbeatStatus" -> "gray";
		case "rootSnapshot" -> List.of();
		default -> super.property(property);
		};
	}
}
