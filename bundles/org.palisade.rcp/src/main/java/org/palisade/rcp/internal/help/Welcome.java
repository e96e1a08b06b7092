package org.palisade.rcp.internal.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** Shows the welcome page once in each workspace. */
public final class Welcome {

	private static final String NODE = "org.palisade.rcp";
	private static final String WELCOMED = "welcomed";

	private Welcome() {
	}

	/** Shows it unless it has been shown. */
	public static void showOnce(IWorkbenchWindow window) {
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
		if (preferences.getBoolean(WELCOMED, false) || window.getActivePage() == null) {
			return;
		}
		preferences.putBoolean(WELCOMED, true);
		try {
			window.getActivePage().showView(HelpView.ID);
		} catch (PartInitException e) {
			ILog.get().log(e.getStatus());
		}
	}
}
