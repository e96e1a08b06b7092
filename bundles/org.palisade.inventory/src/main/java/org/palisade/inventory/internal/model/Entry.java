package org.palisade.inventory.internal.model;

import java.util.Objects;

import org.palisade.api.inventory.InventoryObject;

/**
 * An object and its name as the server keeps it, of which paths are made: a decoded name does not tell how it was encoded. Immutable.
 *
 * @param object the object, its name decoded
 * @param serverName the name as the server gave it
 */
public record Entry(InventoryObject object, String serverName) {

	/** Refuses nulls. */
	public Entry {
		Objects.requireNonNull(object);
		Objects.requireNonNull(serverName);
	}
}
