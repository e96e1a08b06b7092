package org.palisade.ui.devices.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.ui.internal.inventory.InventoryView;
import org.palisade.ui.internal.inventory.MachineTarget;
import org.palisade.ui.internal.inventory.StandsForMachine;

/** Shows the machine of a device in the view "vSphere Inventory", or says why it is not known. */
public final class RevealHandler extends RowHandler {

	@Override
	boolean makesSense(List<Row> rows) {
		return rows.size() == 1 && !rows.get(0).devices().isEmpty() && !(rows.get(0) instanceof Row.ClusterRow);
	}

	@Override
	void run(ExecutionEvent event, List<Row> rows) throws ExecutionException {
		StandsForMachine standIn = rows.get(0) instanceof StandsForMachine direct ? direct : rows.get(0).devices().get(0);
		Optional<MachineTarget> target = standIn.machineElement().flatMap(MachineTarget::of);
		if (target.isEmpty()) {
			MessageDialog.openInformation(HandlerUtil.getActiveShell(event), Messages.title_reveal,
					NLS.bind(Messages.not_revealed, standIn.reasonForNone()));
			return;
		}
		try {
			InventoryView view = (InventoryView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(InventoryView.ID);
			view.reveal(target.get());
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}
}
