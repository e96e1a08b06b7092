package org.example.fence.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import org.palisade.api.Plug;

/**
 * A plug: an executable file, and beside it a record of the process that was started from it. Whoever starts it otherwise, or twice in the same
 * moment, starts a process that nobody knows of: a fencer runs one operation on a plug at a time.
 *
 * @param file the executable file
 */
record Program(Path file) {

	/** The ending of the records' names. */
	static final String RECORD = ".process";

	boolean exists() {
		return !file.getFileName().toString().endsWith(RECORD) && Files.isRegularFile(file) && Files.isExecutable(file);
	}

	/** {@return the plug} The file's inode tells it from another file that gets its name. */
	Plug plug() throws IOException {
		String name = file.getFileName().toString();
		Object inode = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
		return new Plug(name, name, file.toString(), Optional.ofNullable(inode).map(Object::toString), false);
	}

	/** {@return the process that was started last, if it still runs} */
	Optional<ProcessIdentity> running() throws IOException {
		if (!Files.exists(record())) {
			return Optional.empty();
		}
		ProcessIdentity recorded = ProcessIdentity.parse(Files.readString(record()));
		return recorded.isRunning() ? Optional.of(recorded) : Optional.empty();
	}

	/** Starts it. A process that cannot be recorded could not be fenced later, so it does not live on. */
	void start() throws IOException {
		Process process = new ProcessBuilder(file.toAbsolutePath().toString()).directory(file.toAbsolutePath().getParent().toFile())
				.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try {
			Optional<ProcessIdentity> started = ProcessIdentity.of(process.pid());
			if (started.isPresent()) {
				write(started.get());
			}
		} catch (IOException e) {
			process.destroyForcibly();
			throw e;
		}
	}

	/** Writes the record as a whole or not at all. */
	void write(ProcessIdentity started) throws IOException {
		Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "new", RECORD);
		Files.writeString(written, started.toString());
		Files.move(written, record(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private Path record() {
		return file.resolveSibling(file.getFileName() + RECORD);
	}
}
