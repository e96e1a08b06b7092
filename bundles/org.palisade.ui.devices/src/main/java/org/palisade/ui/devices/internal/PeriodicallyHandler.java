package org.palisade.ui.devices.internal;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/** Switches the periodic monitoring on or off, which is a preference. */
public final class PeriodicallyHandler extends AbstractHandler implements IElementUpdater {

	private static IPreferenceStore preferences() {
		return DevicesUi.instance().getPreferenceStore();
	}

	@Override
	public Object execute(ExecutionEvent event) {
		preferences().setValue(MonitoringDefaults.PERIODICALLY, !preferences().getBoolean(MonitoringDefaults.PERIODICALLY));
		PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(DeviceCommands.PERIODICALLY, null);
		return null;
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		element.setChecked(preferences().getBoolean(MonitoringDefaults.PERIODICALLY));
	}
}
