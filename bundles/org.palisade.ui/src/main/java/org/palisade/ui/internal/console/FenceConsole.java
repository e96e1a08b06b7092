package org.palisade.ui.internal.console;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;
import org.palisade.api.Diagnostics;
import org.palisade.ui.internal.Images;

/** Shows what was asked of servers and what they answered, in summary. The engine and the back ends keep secrets out of it. For any thread. */
public final class FenceConsole {

	private static final String TYPE = "org.palisade.ui.console";

	/** Old lines go: this is for looking on, and the history is for remembering. */
	private static final int MOST_CHARACTERS = 400_000;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

	private FenceConsole() {
	}

	/** {@return diagnostics that are shown in the console, each line beginning with what they are about} */
	public static Diagnostics diagnostics(String subject) {
		MessageConsoleStream stream = console().newMessageStream();
		return new Diagnostics() {
			@Override
			public void warning(String message) {
				println(stream, subject, NLS.bind(Messages.warning, message));
			}

			@Override
			public void detail(String message) {
				println(stream, subject, message);
			}
		};
	}

	private static void println(MessageConsoleStream stream, String subject, String message) {
		if (!stream.isClosed()) {
			stream.println(LocalTime.now().format(TIME) + "  " + subject + "  " + message);
		}
	}

	private static synchronized MessageConsole console() {
		IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
		return Stream.of(manager.getConsoles()).filter(console -> TYPE.equals(console.getType())).map(MessageConsole.class::cast).findFirst()
				.orElseGet(() -> create(manager));
	}

	private static MessageConsole create(IConsoleManager manager) {
		MessageConsole console = new MessageConsole(Messages.console, TYPE, Images.HISTORY.descriptor(), true);
		console.setWaterMarks(MOST_CHARACTERS / 2, MOST_CHARACTERS);
		manager.addConsoles(new IConsole[] { console });
		return console;
	}
}
