package org.palisade.launcher.internal;

import java.io.PrintStream;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

/** Tells the user what the launcher could not do: one line each on standard error, which a fencer logs. */
final class Report {

	private final String command;
	private final PrintStream err;

	Report(String command, PrintStream err) {
		this.command = command;
		this.err = err;
	}

	void problem(String text) {
		err.println(command + ": " + text.strip().replaceAll("\\s*\\R\\s*", " "));
	}

	/** A third-party bundle is left out. */
	void unused(String name, Path path, String reason) {
		problem(NLS.bind(Messages.plugin_unused, new Object[] { name, path, reason }));
	}
}
