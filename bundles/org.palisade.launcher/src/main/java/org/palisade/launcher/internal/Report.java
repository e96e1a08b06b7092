package org.palisade.launcher.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** Tells the user what the launcher could not do: one line each on standard error, which a fencer logs. */
final class Report {

	private final String command;
	private final PrintStream err;
	private final Set<String> told = new HashSet<>();

	Report(String command, PrintStream err) {
		this.command = command;
		this.err = err;
	}

	/** Tells a problem once, however often it is come across. */
	void problem(String text) {
		String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
		if (told.add(line)) {
			err.println(command + ": " + line);
		}
	}

	/** A third-party bundle is left out. */
	void unused(String name, Path path, String reason) {
		problem(NLS.bind(Messages.plugin_unused, new Object[] { name, path, reason }));
	}
}
