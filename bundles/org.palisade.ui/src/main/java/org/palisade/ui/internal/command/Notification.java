package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Tells what was achieved, in a corner, for some seconds. For any thread. */
final class Notification {

	private static final int MILLISECONDS = 6000;

	private Notification() {
	}

	/**
	 * @param title what was achieved
	 * @param detail on what
	 * @param warnings what the user should know nevertheless
	 */
	static void show(String title, String detail, List<String> warnings) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return;
		}
		Display display = PlatformUI.getWorkbench().getDisplay();
		String text = warnings.isEmpty() ? detail : detail + "\n" + String.join("\n", warnings);
		display.asyncExec(() -> NotificationPopup.forDisplay(display).title(title, true).text(text).delay(MILLISECONDS).fadeIn(false).open());
	}
}
