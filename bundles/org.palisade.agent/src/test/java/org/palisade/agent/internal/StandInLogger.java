package org.palisade.agent.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Commands that stand in for {@code logger}, so that no test writes to the log of the machine. */
final class StandInLogger {

	/** Longer than any machine needs, so that a slow one makes no failure. */
	private static final Duration AMPLE = Duration.ofMinutes(1);

	private static final SystemLog DISCARDING = make();

	private StandInLogger() {
	}

	/** {@return one that reads everything and keeps nothing} */
	static SystemLog discarding() {
		return DISCARDING;
	}

	private static SystemLog make() {
		try {
			Path folder = Files.createTempDirectory("logger");
			folder.toFile().deleteOnExit();
			SystemLog log = running(folder, "cat >/dev/null");
			Path.of(log.logger()).toFile().deleteOnExit();
			return log;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return one that runs these lines of a shell script} */
	static SystemLog running(Path folder, String script) throws IOException {
		Path file = Files.writeString(folder.resolve("logger"), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
		return new SystemLog(file.toString(), AMPLE);
	}
}
