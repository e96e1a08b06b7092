package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.ConnectionInventory;

/**
 * Has read again what the servers of the selected rows do not tell by themselves, of all connected servers when nothing is selected. Where contact was
 * lost it is tried again.
 */
public final class RefreshHandler extends AbstractHandler {

	@Override
	public void setEnabled(Object evaluationContext) {
		setBaseEnabled(!inventories(evaluationContext).isEmpty());
	}

	@Override
	public Object execute(ExecutionEvent event) {
		inventories(event.getApplicationContext()).forEach(ConnectionInventory::refresh);
		return null;
	}

	private static List<ConnectionInventory> inventories(Object evaluationContext) {
		List<ConnectionInventory> selected = Selected.servers(evaluationContext).stream().flatMap(connection -> PalisadeUi.instance().inventories().find(connection).stream())
				.toList();
		return Selected.isNothing(evaluationContext) ? PalisadeUi.instance().inventories().all() : selected;
	}
}
