package org.palisade.agent.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The file of the option {@code debug_file}. */
final class DebugFile implements AutoCloseable {

	private final OwnFile file;
	private final String command;
	private final Clock clock;

	private DebugFile(OwnFile file, String command, Clock clock) {
		this.file = file;
		this.command = command;
		this.clock = clock;
	}

	/**
	 * Opens the file, and makes it if it does not exist.
	 *
	 * @throws IOException with a reason to be shown
	 */
	static DebugFile open(String path, String command, Clock clock) throws IOException {
		return new DebugFile(OwnFile.open(path), command, clock);
	}

	/** Appends a line. */
	void append(String text) throws IOException {
		file.append(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + command + "[" + ProcessHandle.current().pid() + "]: "
				+ PlainText.of(text));
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
