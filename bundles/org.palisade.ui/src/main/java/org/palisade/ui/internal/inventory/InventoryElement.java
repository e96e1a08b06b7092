package org.palisade.ui.internal.inventory;

import java.util.Objects;
import java.util.Optional;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.connections.Connection;

/**
 * What can be selected: a connection, or an object of its server as it was when it was selected. Immutable.
 *
 * @param connection the connection
 * @param object the object; empty for the connection itself
 */
public record InventoryElement(Connection connection, Optional<InventoryObject> object) {

	/** Refuses nulls. */
	public InventoryElement {
		Objects.requireNonNull(connection);
		Objects.requireNonNull(object);
	}

	/** {@return the machine, if it is one} */
	public Optional<VirtualMachine> machine() {
		return object.filter(VirtualMachine.class::isInstance).map(VirtualMachine.class::cast);
	}
}
