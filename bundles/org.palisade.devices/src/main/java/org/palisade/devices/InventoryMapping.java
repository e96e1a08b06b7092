package org.palisade.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.core.option.CoreOptions;

/** What the plugs of a device mean by an inventory that is followed: a hint that costs the server nothing. */
public final class InventoryMapping {

	private static final Set<Kind> MACHINES = Set.of(Kind.VIRTUAL_MACHINE);

	private InventoryMapping() {
	}

	/**
	 * {@return what the plugs mean, one mapping for each; empty while the inventory is not read completely, when nothing can be said}
	 *
	 * @param snapshot the inventory of the device's server
	 */
	public static List<PlugMapping> of(ConfiguredDevice device, InventorySnapshot snapshot) {
		if (!snapshot.isComplete()) {
			return List.of();
		}
		PlugReading whole = new PlugReading(device.plug(), device.datacenter());
		PlugMapping mapping = map(whole, snapshot);
		List<PlugReading> parts = whole.parts(device.option(CoreOptions.PLUG_SEPARATOR).orElse(","));
		boolean one = !mapping.machines().isEmpty() || parts.size() < 2;
		return one ? List.of(mapping) : parts.stream().map(part -> map(part, snapshot)).toList();
	}

	private static PlugMapping map(PlugReading plug, InventorySnapshot snapshot) {
		List<MappedMachine> machines = new ArrayList<>();
		for (InventoryObject object : candidates(plug, snapshot)) {
			if (object instanceof VirtualMachine machine && plug.means(machine, snapshot.path(machine.id()))) {
				machines.add(machine(machine, snapshot));
			}
		}
		return new PlugMapping(plug.text(), machines);
	}

	/** The inventory looks for parts of texts, fast; notations that it does not know are few and compared with all. */
	private static List<InventoryObject> candidates(PlugReading plug, InventorySnapshot snapshot) {
		String text = plug.text();
		boolean otherNotation = text.indexOf('%') >= 0 || text.indexOf(' ') >= 0 || text.indexOf(':') >= 0 || text.startsWith("vm-")
				|| text.matches("[0-9A-Fa-f]{32}");
		return snapshot.find(otherNotation ? "" : text.substring(text.lastIndexOf('/') + 1), MACHINES);
	}

	private static MappedMachine machine(VirtualMachine machine, InventorySnapshot snapshot) {
		Optional<MachineDetails> details = machine.details();
		Optional<InventoryObject> host = details.flatMap(MachineDetails::host).flatMap(snapshot::object);
		List<String> uuids = details.stream().flatMap(known -> Stream.of(known.instanceUuid(), known.biosUuid())).flatMap(Optional::stream).distinct()
				.toList();
		return new MappedMachine(machine.id(), machine.name(), snapshot.path(machine.id()), uuids, details.filter(MachineDetails::template).isPresent(),
				details.map(MachineDetails::power), details.filter(known -> known.connection() != ConnectionState.CONNECTED).isEmpty() && isReached(host),
				host.map(InventoryObject::name));
	}

	private static boolean isReached(Optional<InventoryObject> host) {
		return host.filter(Host.class::isInstance).map(Host.class::cast).filter(known -> known.connection() != ConnectionState.CONNECTED).isEmpty();
	}
}
