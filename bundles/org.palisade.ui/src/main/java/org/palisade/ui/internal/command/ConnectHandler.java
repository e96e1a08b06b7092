package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.inventory.ConnectionInventory.Stage;

/** Connects, also anew what is out of contact. */
public final class ConnectHandler extends ConnectionHandler {

	@Override
	boolean makesSense(Connection connection) {
		return inventories().find(connection).filter(inventory -> inventory.state().stage() != Stage.LOST).isEmpty();
	}

	@Override
	void run(ExecutionEvent event, List<Connection> connections) {
		connections.forEach(inventories()::connect);
	}
}
