package org.palisade.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.PowerState;
import org.palisade.api.inventory.ConnectionState;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.MachineDetails;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.api.inventory.InventorySnapshot;

/** Stands in for what a feed knows. */
final class StandInInventory implements InventorySnapshot {

	private final Map<String, InventoryObject> objects = new LinkedHashMap<>();
	private final Map<String, String> paths = new LinkedHashMap<>();
	private final boolean complete;

	StandInInventory(boolean complete) {
		this.complete = complete;
		objects.put("host-1", new Host("host-1", "esx1", Optional.empty(), ConnectionState.CONNECTED, false));
		objects.put("host-2", new Host("host-2", "esx2", Optional.empty(), ConnectionState.NOT_RESPONDING, false));
	}

	/** {@return a UUID that is made of the id} */
	static String uuid(String id) {
		return "421e6b3a-0c55-4f2e-9f0a-" + "%12s".formatted(id.replace("vm-", "")).replace(' ', '0');
	}

	VirtualMachine add(String id, String name, String folder, PowerState power, boolean template, String host) {
		VirtualMachine machine = new VirtualMachine(id, name, Optional.empty(), Optional.of(new MachineDetails(power, ConnectionState.CONNECTED, template,
				Optional.of(uuid(id)), Optional.empty(), Optional.empty(), Optional.of(host))));
		objects.put(id, machine);
		paths.put(id, folder + "/" + name.replace("/", "%2f"));
		return machine;
	}

	VirtualMachine add(String id, String name, String folder) {
		return add(id, name, folder, PowerState.ON, false, "host-1");
	}

	@Override
	public boolean isComplete() {
		return complete;
	}

	@Override
	public int count(Kind kind) {
		return (int) objects.values().stream().filter(object -> object.kind() == kind).count();
	}

	@Override
	public Optional<InventoryObject> object(String id) {
		return Optional.ofNullable(objects.get(id));
	}

	@Override
	public List<InventoryObject> roots() {
		return List.of();
	}

	@Override
	public List<InventoryObject> children(String id) {
		return List.of();
	}

	@Override
	public List<InventoryObject> machinesOn(String hostId) {
		return List.of();
	}

	@Override
	public String path(String id) {
		return paths.getOrDefault(id, "");
	}

	@Override
	public List<InventoryObject> find(String text, Set<Kind> kinds) {
		List<InventoryObject> found = new ArrayList<>();
		for (InventoryObject object : objects.values()) {
			String all = object.name() + " " + path(object.id()) + " " + uuid(object.id());
			if (kinds.contains(object.kind()) && all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
				found.add(object);
			}
		}
		return found;
	}
}
