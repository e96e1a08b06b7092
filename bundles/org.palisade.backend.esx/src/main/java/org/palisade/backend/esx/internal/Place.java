package org.palisade.backend.esx.internal;

import java.util.Optional;
import java.util.Set;

import org.palisade.vsphere.InventoryNames;
import org.palisade.vsphere.ObjectProperties;

/**
 * Where in the inventory a machine must be for it to be the one that a text means. Memory does not hold places, so they are checked when the machine is
 * read.
 *
 * @param datacenter the name or path of its datacenter
 * @param paths the paths of which it must have one, without the leading slash; none when any will do
 */
record Place(Optional<String> datacenter, Set<String> paths) {

	/** Anywhere. */
	static final Place ANY = new Place(Optional.empty(), Set.of());

	boolean holds(Ancestry ancestry, ObjectProperties machine) {
		return isInDatacenter(ancestry, machine) && (paths.isEmpty() || paths.contains(ancestry.path(machine).substring(1)));
	}

	private boolean isInDatacenter(Ancestry ancestry, ObjectProperties machine) {
		if (datacenter.isEmpty()) {
			return true;
		}
		Optional<ObjectProperties> around = ancestry.datacenter(machine);
		return around.isPresent() && (Datacenters.isPath(datacenter.get(), ancestry.path(around.get()))
				|| around.get().text("name").filter(name -> InventoryNames.matches(datacenter.get(), name)).isPresent());
	}
}
