package org.palisade.ui.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.palisade.ui.internal.preference.FencingPreferences;

/** Tells what was achieved or cannot be, in a corner, for as long as the user prefers. For any thread. */
public final class Notification {

	private static final int WIDTH = 360;

	private Notification() {
	}

	/**
	 * Shows a text.
	 *
	 * @param title what was achieved
	 * @param detail on what
	 * @param warnings what the user should know nevertheless
	 */
	public static void show(String title, String detail, List<String> warnings) {
		Optional<Integer> seconds = FencingPreferences.notificationSeconds();
		if (!PlatformUI.isWorkbenchRunning() || seconds.isEmpty()) {
			return;
		}
		Display display = PlatformUI.getWorkbench().getDisplay();
		String text = warnings.isEmpty() ? detail : detail + "\n" + String.join("\n", warnings);
		display.asyncExec(() -> NotificationPopup.forDisplay(display).title(title, true).content(parent -> wrapped(parent, text))
				.delay(TimeUnit.SECONDS.toMillis(seconds.get())).fadeIn(false).open());
	}

	/** The text of a notification does not wrap by itself, and its end, which says what to do, would be missing. */
	private static Control wrapped(Composite parent, String text) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		Label label = new Label(composite, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return composite;
	}
}
