package org.palisade.ui.internal.console;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.palisade.api.Diagnostics;

/**
 * Shows what was asked of servers and what they answered, in summary. The engine and the back ends keep secrets out of it. For any thread.
 * <p>
 * Lines are kept here until somebody looks: a console that is written to creates its view, whether it is in sight or not, and that holds up the UI
 * thread just when a server is being connected.
 */
public final class FenceConsole {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

	private static final ConsoleLines LINES = new ConsoleLines();
	private static final ConsoleOpener OPENER = new ConsoleOpener(LINES);

	private FenceConsole() {
	}

	/** {@return diagnostics that are shown in the console, each line beginning with what they are about} */
	public static Diagnostics diagnostics(String subject) {
		OPENER.openWhenLookedAt();
		return new Diagnostics() {
			@Override
			public void warning(String message) {
				add(subject, NLS.bind(Messages.warning, message));
			}

			@Override
			public void detail(String message) {
				add(subject, message);
			}
		};
	}

	private static void add(String subject, String message) {
		if (PlatformUI.isWorkbenchRunning()) {
			LINES.add(LocalTime.now().format(TIME) + "  " + subject + "  " + message);
		}
	}
}
