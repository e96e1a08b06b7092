package org.palisade.ui.internal.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;

/** A stand-in for a snapshot of machines in one folder: everything matches, and it counts the objects that are made. */
final class CountedSnapshot implements InventorySnapshot {

	private final int machines;
	private final String prefix;
	private final IntFunction<PowerState> power;
	private final AtomicInteger made = new AtomicInteger();

	CountedSnapshot(String prefix, int machines, IntFunction<PowerState> power) {
		this.prefix = prefix;
		this.machines = machines;
		this.power = power;
	}

	int made() {
		return made.get();
	}

	private InventoryObject machine(int number) {
		made.incrementAndGet();
		return new VirtualMachine("vm-" + number, prefix + number, Optional.of("folder"), Optional.of(new MachineDetails(power.apply(number),
				ConnectionState.CONNECTED, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
	}

	@Override
	public boolean isComplete() {
		return true;
	}

	@Override
	public int count(Kind kind) {
		return kind == Kind.VIRTUAL_MACHINE ? machines : 0;
	}

	@Override
	public Optional<InventoryObject> object(String id) {
		return Optional.empty();
	}

	@Override
	public List<InventoryObject> roots() {
		return List.of();
	}

	@Override
	public List<InventoryObject> children(String id) {
		return new LazyList<>(machines, this::machine);
	}

	@Override
	public List<InventoryObject> machinesOn(String hostId) {
		return List.of();
	}

	@Override
	public String path(String id) {
		return "/DC/vm/" + id;
	}

	@Override
	public List<InventoryObject> find(String text, Set<Kind> kinds) {
		return new LazyList<>(machines, this::machine);
	}
}
