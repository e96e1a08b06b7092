package org.palisade.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.palisade.connections.Connection;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.Inventories;

/** What a double click does: connects what is not connected, asks for the status of machines. */
public final class OpenHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Inventories inventories = PalisadeUi.instance().inventories();
		for (Connection connection : Selected.connections(event.getApplicationContext())) {
			if (inventories.find(connection).isEmpty()) {
				inventories.connect(connection);
			}
		}
		if (!Selected.machines(event.getApplicationContext()).isEmpty()) {
			Commands.run(Commands.STATUS);
		}
		return null;
	}
}
