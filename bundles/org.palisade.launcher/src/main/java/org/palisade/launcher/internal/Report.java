package org.palisade.launcher.internal;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

import org.palisade.launcher.plugin.PluginReport;

/** Tells the user what the launcher could not do: one line each on standard error, which a fencer logs. */
final class Report implements PluginReport {

	private final String command;
	private final PrintStream err;
	private final Set<String> told = new HashSet<>();

	Report(String command, PrintStream err) {
		this.command = command;
		this.err = err;
	}

	/** Tells a problem once, however often it is come across. */
	@Override
	public void problem(String text) {
		String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
		if (told.add(line)) {
			err.println(command + ": " + line);
		}
	}
}
