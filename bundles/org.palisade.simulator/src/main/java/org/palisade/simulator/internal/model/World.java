package org.palisade.simulator.internal.model;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.palisade.simulator.InventoryShape;

/**
 * The simulated world: the inventory, its changes and its tasks, behind one lock. Every other method than {@link #lock()} and
 * {@link #unlock()} is called with the lock held, and nothing is written to a network while it is held.
 */
public final class World {

	/** Who does what no client has asked for. */
	private static final String ADMINISTRATOR = "VSPHERE.LOCAL\\Administrator";

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private final Inventory inventory;
	private final Tasks tasks = new Tasks();
	private final EventLog events = new EventLog();
	private Clock clock;
	private final boolean standaloneHost;
	private long revision = 1;
	private long structureRevision = 1;
	private int nextMachineId;

	/** Lays the inventory out. */
	public World(InventoryShape shape, Clock clock) {
		this.inventory = InventoryBuilder.build(shape);
		this.clock = clock;
		this.standaloneHost = shape.standaloneHost();
		this.nextMachineId = inventory.machines().size() + 1_000_000;
	}

	/** Takes the lock; it is reentrant. */
	public void lock() {
		lock.lock();
	}

	/** Gives the lock back. */
	public void unlock() {
		lock.unlock();
	}

	/** The inventory. */
	public Inventory inventory() {
		return inventory;
	}

	/** The tasks. */
	public Tasks tasks() {
		return tasks;
	}

	/** What has happened. */
	public EventLog events() {
		return events;
	}

	/** Notes that something has happened. */
	public void post(DataObject event, String user) {
		events.post(event.type().name(), user, clock.instant(), event);
	}

	private void post(String type, VirtualMachine machine, DataObject... argument) {
		DataObject event = DataObject.of(type).with("template", machine.isTemplate()).with("vm", describe(machine));
		if (argument.length > 0) {
			event.with("sourceVm", argument[0]);
		}
		post(event, ADMINISTRATOR);
	}

	private static DataObject describe(VirtualMachine machine) {
		return DataObject.of("VmEventArgument").with("name", machine.name()).with("vm", machine);
	}

	/** Sets the clock forward, or back. */
	public void adjustClock(Duration by) {
		clock = Clock.offset(clock, by);
	}

	/** The time. */
	public Clock clock() {
		return clock;
	}

	/** Whether this is a host without a vCenter. */
	public boolean isStandaloneHost() {
		return standaloneHost;
	}

	/** Counts the changes of anything. */
	public long revision() {
		return revision;
	}

	/** The revision in which objects last appeared, went, moved or were hidden. */
	public long structureRevision() {
		return structureRevision;
	}

	/**
	 * Lets go of the lock until something changes.
	 *
	 * @param nanos the longest wait in nanoseconds
	 * @return the nanoseconds that are left; not positive when the time is up
	 */
	public long awaitChange(long nanos) throws InterruptedException {
		return changed.awaitNanos(nanos);
	}

	/** Wakes everybody who waits for a change up, because a session or a collector ended. */
	public void wakeWaiters() {
		changed.signalAll();
	}

	/** Says that objects outside of the inventory appeared or went. */
	public void structureChanged() {
		structureRevision = ++revision;
		changed.signalAll();
	}

	/** Puts a power operation into effect, possible or not. */
	public void power(VirtualMachine machine, PowerOperation operation, String by) {
		machine.power(operation, by, clock.instant());
		touched(machine);
	}

	/** Gives a task its next state. */
	public void update(PowerTask task, Runnable change) {
		change.run();
		task.changed(++revision);
		changed.signalAll();
	}

	/** Renames a machine; nothing checks that the name is free. */
	public void rename(VirtualMachine machine, String escapedName) {
		DataObject event = DataObject.of("VmRenamedEvent").with("template", machine.isTemplate()).with("oldName", machine.name())
				.with("newName", escapedName);
		machine.rename(escapedName);
		post(event.with("vm", describe(machine)), ADMINISTRATOR);
		touched(machine);
	}

	/** Renames what machines lie in; nothing checks that the name is free. */
	public void renameContainer(ManagedEntity container, String escapedName) {
		container.rename(escapedName);
		touched(container);
	}

	/** Moves a machine to another host of its compute resource, as vMotion does. */
	public void migrate(VirtualMachine machine, HostSystem host) {
		machine.host().machines().remove(machine);
		machine.host(host);
		host.machines().add(machine);
		post("VmMigratedEvent", machine);
		touched(machine);
	}

	/** Has a host enter or leave maintenance mode; its machines stay as they are. */
	public void maintenance(HostSystem host, boolean inMaintenance) {
		host.maintenance(inMaintenance);
		touched(host);
	}

	/** Moves a machine to another folder, whatever datacenter that is in; its host stays. */
	public void move(VirtualMachine machine, Folder folder) {
		((Folder) machine.parent()).remove(machine);
		machine.moveTo(folder);
		folder.add(machine);
		touched(machine);
		structureChanged();
	}

	/** Registers a powered off copy, which has the BIOS UUID of the original when that is wanted. */
	public VirtualMachine copy(VirtualMachine original, String escapedName, Folder folder, boolean sameUuid) {
		HostSystem host = original.host();
		ResourcePool pool = original.pool() == null ? host.owner().rootPool() : original.pool();
		int number = nextMachineId++;
		VirtualMachine.Placement placement = new VirtualMachine.Placement(sameUuid ? original.uuid() : derived(original.uuid(), number),
				derived(original.instanceUuid(), number), host, pool);
		VirtualMachine machine = new VirtualMachine(standaloneHost ? Integer.toString(number) : "vm-" + number, escapedName, folder, placement,
				PowerState.poweredOff, null);
		folder.add(machine);
		inventory.register(machine);
		host.machines().add(machine);
		pool.machines().add(machine);
		if (sameUuid) {
			post("VmRegisteredEvent", machine);
		} else {
			post("VmClonedEvent", machine, describe(original));
		}
		touched(machine);
		structureChanged();
		return machine;
	}

	private static UUID derived(UUID uuid, int number) {
		return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits() ^ number);
	}

	/** Removes a machine from the inventory. */
	public void delete(VirtualMachine machine) {
		((Folder) machine.parent()).remove(machine);
		machine.host().machines().remove(machine);
		Optional.ofNullable(machine.pool()).ifPresent(pool -> pool.machines().remove(machine));
		inventory.unregister(machine);
		post("VmRemovedEvent", machine);
		structureChanged();
	}

	/** Sets {@code runtime.connectionState}. */
	public void connectionState(VirtualMachine machine, String state) {
		machine.connectionState(state);
		touched(machine);
	}

	/** Sets a host's {@code runtime.connectionState} and with it that of its machines. */
	public void connectionState(HostSystem host, String state) {
		host.connectionState(state);
		touched(host);
		for (VirtualMachine machine : host.machines()) {
			connectionState(machine, state.equals("connected") ? state : "disconnected");
		}
	}

	/** Makes a template of a machine, or a machine of a template. */
	public void template(VirtualMachine machine, boolean isTemplate) {
		if (machine.isTemplate() == isTemplate) {
			return;
		}
		if (isTemplate) {
			machine.pool().machines().remove(machine);
		}
		machine.template(isTemplate);
		if (!isTemplate) {
			machine.pool().machines().add(machine);
		}
		touched(machine);
		structureChanged();
	}

	/** Sets what the account may do with a machine. */
	public void access(VirtualMachine machine, Access access) {
		machine.access(access);
		post(DataObject.of("PermissionUpdatedEvent").with("principal", "fence").with("group", false), ADMINISTRATOR);
		touched(machine);
		structureChanged();
	}

	private void touched(ManagedEntity entity) {
		entity.changed(++revision);
		changed.signalAll();
	}
}
