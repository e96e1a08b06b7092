package org.palisade.core.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;

/**
 * Runs an executable that prints a password. No shell is involved, its output is held to a limit, and it does not outlive the deadline
 * or the caller.
 */
public final class PasswordScript {

	private static final int LONGEST_OUTPUT = 1 << 16;

	/** The script gets none of the caller's environment, which may hold what is not meant for it. */
	private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
			"LC_ALL", "C.UTF-8");

	private PasswordScript() {
	}

	/**
	 * {@return the output of the script, white space at its end removed}
	 *
	 * @param option the option that names the script, for messages
	 * @param path an executable file
	 * @param deadline by when it must have ended
	 * @param cancellation ends it soon
	 * @throws FenceException naming what the script did wrong, never what it printed
	 */
	public static Secret run(String option, String path, Deadline deadline, Cancellation cancellation) throws FenceException {
		String script = option + " " + path;
		Process process = start(script, path);
		Cancellation.Registration registration = cancellation.onRequest(() -> kill(process));
		try {
			process.getOutputStream().close();
			byte[] output = awaitOutput(script, process, deadline);
			awaitEnd(script, process, deadline);
			return secretOf(script, process.exitValue(), output);
		} catch (IOException | ExecutionException e) {
			throw unlessCancelled(cancellation, problem(NLS.bind(Messages.script_unreadable, script)));
		} catch (FenceException e) {
			throw unlessCancelled(cancellation, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Problems.cancelled();
		} finally {
			registration.close();
			kill(process);
		}
	}

	/** A script that was killed because the caller gave up has not failed. */
	private static FenceException unlessCancelled(Cancellation cancellation, FenceException failure) {
		return cancellation.requested() ? Problems.cancelled() : failure;
	}

	private static Process start(String script, String path) throws FenceException {
		ProcessBuilder builder = new ProcessBuilder(path);
		builder.environment().clear();
		builder.environment().putAll(ENVIRONMENT);
		builder.redirectError(ProcessBuilder.Redirect.DISCARD);
		try {
			return builder.start();
		} catch (IOException e) {
			throw problem(NLS.bind(Messages.script_not_started, script));
		}
	}

	/** A pipe cannot be read with a time limit, so another thread reads it. */
	private static byte[] awaitOutput(String script, Process process, Deadline deadline)
			throws FenceException, InterruptedException, ExecutionException {
		FutureTask<byte[]> reading = new FutureTask<>(() -> {
			try (InputStream in = process.getInputStream()) {
				return in.readNBytes(LONGEST_OUTPUT + 1);
			}
		});
		Thread reader = new Thread(reading, "password script");
		reader.setDaemon(true);
		reader.start();
		try {
			byte[] output = reading.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
			if (output.length > LONGEST_OUTPUT) {
				throw problem(NLS.bind(Messages.script_output_too_long, script, LONGEST_OUTPUT));
			}
			return output;
		} catch (TimeoutException e) {
			throw timedOut(script);
		}
	}

	private static void awaitEnd(String script, Process process, Deadline deadline) throws FenceException, InterruptedException {
		if (!process.waitFor(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
			throw timedOut(script);
		}
	}

	private static Secret secretOf(String script, int exitCode, byte[] output) throws FenceException {
		if (exitCode != 0) {
			throw problem(NLS.bind(Messages.script_failed, script, exitCode));
		}
		String password = new String(output, StandardCharsets.UTF_8).stripTrailing();
		if (password.isEmpty()) {
			throw problem(NLS.bind(Messages.script_output_empty, script));
		}
		return Secret.of(password);
	}

	private static void kill(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	private static FenceException problem(String message) {
		return new FenceException(Kind.OPTION, message, Messages.script_advice);
	}

	private static FenceException timedOut(String script) {
		return new FenceException(Kind.TIMEOUT, NLS.bind(Messages.script_timed_out, script), Messages.script_timed_out_advice);
	}
}
