package org.palisade.ui.internal.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;

/** Which objects are shown below which. */
final class InventoryStructure {

	/** The folders that every datacenter has for what is not shown here (vSphere API: Datacenter.datastoreFolder, networkFolder). */
	private static final Set<String> FOLDERS_NOT_SHOWN = Set.of("datastore", "network");

	private InventoryStructure() {
	}

	/** {@return what lies directly below the connection: what the root folder holds} */
	static List<InventoryObject> top(InventorySnapshot snapshot) {
		List<InventoryObject> roots = snapshot.roots();
		boolean rootFolder = roots.size() == 1 && roots.get(0).kind() == Kind.FOLDER;
		return rootFolder ? snapshot.children(roots.get(0).id()) : roots;
	}

	/** {@return what is shown below an object} */
	static List<InventoryObject> children(InventorySnapshot snapshot, InventoryObject object) {
		return switch (object.kind()) {
			case HOST -> snapshot.machinesOn(object.id());
			case DATACENTER -> snapshot.children(object.id()).stream().filter(child -> !FOLDERS_NOT_SHOWN.contains(child.name())).toList();
			case CLUSTER, COMPUTE_RESOURCE -> snapshot.children(object.id()).stream().filter(child -> child.kind() == Kind.HOST).toList();
			case FOLDER, VAPP, RESOURCE_POOL -> snapshot.children(object.id());
			case VIRTUAL_MACHINE -> List.of();
		};
	}

	/** {@return the path of an object} What lies nowhere has its name for a path, as its back end has it. */
	static String path(InventorySnapshot snapshot, InventoryObject object) {
		boolean nowhere = object.kind() == Kind.VIRTUAL_MACHINE && object.parent().isEmpty();
		return nowhere ? object.name() : snapshot.path(object.id());
	}

	/** {@return whether an object can have something below it} */
	static boolean mayHaveChildren(InventoryObject object) {
		return object.kind() != Kind.VIRTUAL_MACHINE;
	}

	/** {@return the cluster of the host of a machine} */
	static Optional<InventoryObject> clusterOf(InventorySnapshot snapshot, Optional<InventoryObject> host) {
		return host.flatMap(InventoryObject::parent).flatMap(snapshot::object).filter(parent -> parent.kind() == Kind.CLUSTER);
	}

	/** {@return the host with which a machine is registered} */
	static Optional<InventoryObject> hostOf(InventorySnapshot snapshot, InventoryObject.VirtualMachine machine) {
		return machine.details().flatMap(InventoryObject.MachineDetails::host).flatMap(snapshot::object);
	}
}
