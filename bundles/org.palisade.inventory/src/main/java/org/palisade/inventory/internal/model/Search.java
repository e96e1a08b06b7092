package org.palisade.inventory.internal.model;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.vsphere.InventoryNames;

/**
 * One look for a text over all rows. What can be ruled out by the text itself is not looked at: a text with a letter beyond f is no part of a
 * UUID, and only one with a slash or a percent sign can be in a path without being in the parent's path or in the name.
 */
final class Search {

	private static final String UUID_CHARACTERS = "0123456789abcdef-";
	private static final String ADDRESS_CHARACTERS = "0123456789abcdef.:%";

	private final CompactSnapshot snapshot;
	private final Needle needle;
	private final Set<Kind> kinds;
	private final boolean inUuids;
	private final boolean inAddresses;
	private final boolean acrossNames;
	private final Map<String, Parent> parents = new HashMap<>();
	private final Row reader = new Row();
	private Parent parent;

	/**
	 * What objects lie in.
	 *
	 * @param path with a slash at its end
	 * @param matches whether the path without that slash contains the text
	 */
	private record Parent(String id, String path, boolean matches) {
	}

	Search(CompactSnapshot snapshot, String text, Set<Kind> kinds) {
		this.snapshot = snapshot;
		this.needle = new Needle(text);
		this.kinds = kinds;
		this.inUuids = needle.consistsOf(UUID_CHARACTERS);
		this.inAddresses = needle.consistsOf(ADDRESS_CHARACTERS);
		this.acrossNames = needle.has('/') || needle.has('%');
	}

	/** {@return the rows that match} */
	BitSet rows() {
		BitSet found = new BitSet(snapshot.rows());
		for (int row = 0; row < snapshot.rows(); row++) {
			if (snapshot.hasRow(row) && kinds.contains(snapshot.row(row, reader).kind()) && matches()) {
				found.set(row);
			}
		}
		return found;
	}

	private boolean matches() {
		return reader.nameContains(needle) || inPath() || inDetails();
	}

	/** The path of the parent is the same for thousands of neighbours. */
	private boolean inPath() {
		if (parent == null || !reader.hasParent(parent.id())) {
			parent = parents.computeIfAbsent(reader.parent(), this::parent);
		}
		return parent.matches() || acrossNames && needle.isIn(parent.path() + InventoryNames.encoded(reader.serverName()));
	}

	private Parent parent(String id) {
		String path = snapshot.path(id);
		return new Parent(id, path.endsWith("/") ? path : path + "/", needle.isIn(path));
	}

	private boolean inDetails() {
		if (!reader.hasDetails() || !inUuids && !inAddresses) {
			return false;
		}
		return inUuids && reader.uuidContains(needle) || inAddresses && reader.addressContains(needle);
	}
}
