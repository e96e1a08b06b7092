package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.Inventories;

/** A command on connections. */
abstract class ConnectionHandler extends AbstractHandler {

	@Override
	public final void setEnabled(Object evaluationContext) {
		List<Connection> connections = Selected.connections(evaluationContext);
		setBaseEnabled(!connections.isEmpty() && connections.stream().anyMatch(this::makesSense));
	}

	@Override
	public final Object execute(ExecutionEvent event) {
		run(event, Selected.connections(event.getApplicationContext()).stream().filter(this::makesSense).toList());
		return null;
	}

	static Inventories inventories() {
		return PalisadeUi.instance().inventories();
	}

	abstract boolean makesSense(Connection connection);

	abstract void run(ExecutionEvent event, List<Connection> connections);
}
