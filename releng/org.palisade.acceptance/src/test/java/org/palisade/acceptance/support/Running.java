package org.palisade.acceptance.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process under way. Closing it ends it, with its descendants, and forgets its output. */
public final class Running implements AutoCloseable {

	private final Process process;
	private final Path folder;
	private final Path out;
	private final Path err;
	private final long started = System.nanoTime();

	Running(Process process, Path folder, Path out, Path err) {
		this.process = process;
		this.folder = folder;
		this.out = out;
		this.err = err;
	}

	/** {@return whether it has not ended yet} */
	public boolean isAlive() {
		return process.isAlive();
	}

	/** {@return whether it ends by itself within that time, which passes otherwise} */
	public boolean endsWithin(Duration time) {
		try {
			return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}

	/** {@return its process id} */
	public long pid() {
		return process.pid();
	}

	/** {@return whether it has started a process, or one of those has, that has not ended} */
	public boolean hasDescendants() {
		return process.descendants().findAny().isPresent();
	}

	/** Sends a signal, named as for {@code kill}, to a process that cannot have ended. */
	public void signal(String name) {
		kill(name).require();
	}

	/** Sends a signal, named as for {@code kill}, to a process that may end at any time; how it ended, its exit code tells. */
	public void signalUnlessEnded(String name) {
		if (!isAlive()) {
			return;
		}
		Outcome outcome = kill(name);
		// It may end between the look at it and the signal, and its end may be known to us a little later than to the kernel.
		if (outcome.exit() != 0 && !endsWithin(Duration.ofSeconds(5))) {
			outcome.require();
		}
	}

	private Outcome kill(String name) {
		return new Command("kill", "-" + name, Long.toString(process.pid())).run();
	}

	/** Sends SIGTERM. */
	public void terminate() {
		process.destroy();
	}

	/**
	 * Waits for the end.
	 *
	 * @throws AssertionError when it does not come within {@code bound}
	 */
	public Outcome await(Duration bound) {
		try {
			if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new AssertionError("still running after " + bound + "\n" + read(out) + read(err));
			}
			return new Outcome(process.exitValue(), read(out), read(err), Duration.ofNanos(System.nanoTime() - started));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}

	/** {@return what it has written so far on standard output} */
	public String outSoFar() {
		return read(out);
	}

	/** {@return what it has written so far on standard error} */
	public String errSoFar() {
		return read(err);
	}

	@Override
	public void close() {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
		try {
			process.waitFor();
			for (Path file : List.of(folder.resolve("in"), out, err, folder)) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
