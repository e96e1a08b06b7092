package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.palisade.connections.Connection;

/** Disconnects. */
public final class DisconnectHandler extends ConnectionHandler {

	@Override
	boolean makesSense(Connection connection) {
		return inventories().find(connection).isPresent();
	}

	@Override
	void run(ExecutionEvent event, List<Connection> connections) {
		connections.forEach(inventories()::disconnect);
	}
}
