package org.palisade.backend.ssh.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Deadline;

/** An executable file on this machine that writes a password to its standard output. No shell is involved. */
final class PasswordScript {

	/** Longer than any password; a script that writes more is the wrong one. */
	private static final int LIMIT = 64 * 1024;

	/** The script gets none of the caller's environment, which may hold what is not meant for it. */
	private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
			"LC_ALL", "C.UTF-8");

	private PasswordScript() {
	}

	/**
	 * Runs the script and returns what it wrote without the white space at its end.
	 *
	 * @param script the path of an executable file
	 * @param option the option that named the script, for messages
	 */
	static Secret run(String script, String option, BoundedCall bounded, Deadline deadline) throws FenceException {
		Process process = start(script, option);
		try {
			String output = bounded.run(NLS.bind(Messages.Step_PasswordScript, option), () -> outputOf(process, option), () -> kill(process),
					deadline);
			return Secret.of(output.stripTrailing());
		} catch (ExecutionException failed) {
			if (failed.getCause() instanceof FenceException problem) {
				throw problem;
			}
			throw failure(option, Problems.describe(failed.getCause()));
		} finally {
			kill(process);
		}
	}

	private static Process start(String script, String option) throws FenceException {
		try {
			ProcessBuilder builder = new ProcessBuilder(script).redirectError(ProcessBuilder.Redirect.DISCARD);
			builder.environment().clear();
			builder.environment().putAll(ENVIRONMENT);
			Process process = builder.start();
			process.getOutputStream().close();
			return process;
		} catch (IOException failed) {
			throw failure(option, Problems.describe(failed));
		}
	}

	private static String outputOf(Process process, String option) throws IOException, InterruptedException, FenceException {
		byte[] output = process.getInputStream().readNBytes(LIMIT);
		int status = process.waitFor();
		if (status != 0) {
			throw failure(option, NLS.bind(Messages.PasswordScript_Status, status));
		}
		if (output.length == 0) {
			throw failure(option, Messages.PasswordScript_Empty);
		}
		return new String(output, StandardCharsets.UTF_8);
	}

	private static FenceException failure(String option, String reason) {
		return Problems.option(NLS.bind(Messages.PasswordScript_Failed, option, reason), Messages.PasswordScript_Advice);
	}

	private static void kill(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}
}
