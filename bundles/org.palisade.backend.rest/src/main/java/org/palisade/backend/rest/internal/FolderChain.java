package org.palisade.backend.rest.internal;

import java.util.List;

import org.palisade.api.FenceException;
import org.palisade.backend.rest.internal.Inventory.Entry;

/** Walks down folders of one type by their names, a call for each. */
final class FolderChain {

	private final Inventory inventory;
	private final String type;

	/**
	 * @param type {@code DATACENTER} or {@code VIRTUAL_MACHINE}: what the folders hold
	 */
	FolderChain(Inventory inventory, String type) {
		this.inventory = inventory;
		this.type = type;
	}

	/**
	 * {@return the identifiers of the folders at the end of the chain}: one, several when siblings differ only in how their names are
	 * escaped, or none
	 *
	 * @param tops where to start; none for anywhere
	 */
	List<String> ids(List<String> tops, List<String> names) throws FenceException {
		List<String> parents = tops;
		for (String name : names) {
			parents = below(parents, name);
			if (parents.isEmpty()) {
				return List.of();
			}
		}
		return parents;
	}

	private List<String> below(List<String> parents, String name) throws FenceException {
		Query query = typed().withAny("names", InventoryNames.forms(name));
		if (!parents.isEmpty()) {
			query.withAny("parent_folders", parents);
		}
		return inventory.folders(query).stream().filter(entry -> InventoryNames.matches(name, entry.name())).map(Entry::id).toList();
	}

	/** {@return the identifiers of the folders right below} */
	List<String> children(List<String> parents) throws FenceException {
		return inventory.folders(typed().withAny("parent_folders", parents)).stream().map(Entry::id).toList();
	}

	private Query typed() {
		return new Query().with("type", type);
	}
}
