package org.palisade.ui.devices.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.HandlerUtil;

/** Looks at the devices that are selected in the view, or at all. */
public final class MonitorHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IViewPart part = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().findView(FenceDevicesView.ID);
		if (part instanceof FenceDevicesView view) {
			new MonitorJob(view.selectedOrAll(), true).schedule();
		} else {
			new MonitorJob(DevicesUi.devices().configurations().stream().flatMap(configuration -> configuration.devices().stream()).toList(), true).schedule();
		}
		return null;
	}
}
