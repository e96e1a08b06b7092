package org.palisade.backend.vmrun.internal.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/**
 * Runs a command to its end: without a shell, with nothing on standard input, in an environment of its own, and never beyond a deadline, a
 * cancellation or an output limit. Thread-safe.
 */
public final class ProcessRunner {

	private static final String PATH = "/usr/bin:/bin:/usr/sbin:/sbin";
	private static final Set<String> KEPT_VARIABLES = Set.of("HOME", "TMPDIR");
	private static final List<String> ENCODING_VARIABLES = List.of("LC_ALL", "LC_CTYPE", "LANG");

	private final int outputLimit;

	/**
	 * @param outputLimit the number of bytes that each of standard output and standard error may have
	 */
	public ProcessRunner(int outputLimit) {
		this.outputLimit = outputLimit;
	}

	/**
	 * Runs a command and waits for its end. When this returns, the command has ended, or it was killed together with what it had started.
	 *
	 * @param command the executable, by its full path, and its arguments, each of them {@linkplain NativeText#isPassable passable}
	 */
	public Outcome run(List<String> command, Deadline deadline, Cancellation cancellation) {
		if (cancellation.requested()) {
			return new Outcome.Cancelled();
		}
		if (deadline.expired()) {
			return new Outcome.Expired();
		}
		Process process;
		try {
			process = start(command);
		} catch (IOException e) {
			return new Outcome.Broken(e.getMessage());
		}
		try {
			return outcome(process, deadline, cancellation);
		} finally {
			killTree(process.toHandle());
		}
	}

	private static Process start(List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command);
		reduce(builder.environment());
		Process process = builder.start();
		process.getOutputStream().close();
		return process;
	}

	/** Leaves what a command needs to run, keeps the encoding of names, and has messages in English, as they are looked into. */
	private static void reduce(Map<String, String> environment) {
		String encoding = ENCODING_VARIABLES.stream().map(name -> environment.getOrDefault(name, "")).filter(value -> !value.isEmpty())
				.findFirst().orElse("C");
		environment.keySet().retainAll(KEPT_VARIABLES);
		environment.put("PATH", PATH);
		environment.put("LC_CTYPE", encoding);
		environment.put("LC_MESSAGES", "C");
	}

	private Outcome outcome(Process process, Deadline deadline, Cancellation cancellation) {
		CompletableFuture<Outcome> outcome = new CompletableFuture<>();
		Runnable onOverflow = () -> outcome.complete(new Outcome.TooMuchOutput());
		BoundedReader output = new BoundedReader(process.getInputStream(), outputLimit, onOverflow);
		BoundedReader errors = new BoundedReader(process.getErrorStream(), outputLimit, onOverflow);
		output.start("palisade child output");
		errors.start("palisade child error output");
		CompletableFuture.allOf(process.onExit(), output.content(), errors.content())
				.whenComplete((nothing, failure) -> outcome.complete(failure == null
						? new Outcome.Exited(process.exitValue(), text(output), text(errors))
						: new Outcome.Broken(String.valueOf(failure.getMessage()))));
		Cancellation.Registration registration = cancellation.onRequest(() -> outcome.complete(new Outcome.Cancelled()));
		try {
			return await(outcome, deadline);
		} finally {
			registration.close();
		}
	}

	private static String text(BoundedReader reader) {
		return new String(reader.content().join(), NativeText.charset());
	}

	private static Outcome await(CompletableFuture<Outcome> outcome, Deadline deadline) {
		try {
			return outcome.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
		} catch (TimeoutException e) {
			return new Outcome.Expired();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return new Outcome.Cancelled();
		} catch (ExecutionException e) {
			throw new IllegalStateException("an outcome is only ever completed with a value", e);
		}
	}

	/** Kills from the top, so that nobody is left who could start anew what was killed. */
	private static void killTree(ProcessHandle process) {
		if (process.isAlive()) {
			// Children can only be found through a living parent.
			List<ProcessHandle> children = process.children().toList();
			process.destroyForcibly();
			children.forEach(ProcessRunner::killTree);
		}
	}
}
