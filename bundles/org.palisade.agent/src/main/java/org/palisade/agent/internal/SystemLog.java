package org.palisade.agent.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.osgi.util.NLS;

/**
 * Syslog, or the journal in its place, through the command {@code logger}: Java cannot open the socket of syslog itself. No shell is
 * involved, and the text goes to the standard input of the command, where no list of processes shows it.
 *
 * @param logger the path of the command
 * @param limit how long it may take
 */
record SystemLog(String logger, Duration limit) {

	private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");

	/** {@return the log of this machine} */
	static SystemLog ofThisMachine() {
		return new SystemLog("/usr/bin/logger", Duration.ofSeconds(1));
	}

	/**
	 * Writes lines to the log.
	 *
	 * @throws IOException with a reason to be shown
	 */
	void write(List<String> lines) throws IOException {
		long end = System.nanoTime() + limit.toNanos();
		Process process = start();
		try {
			feed(process, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), end);
			if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
				throw new IOException(NLS.bind(Messages.logger_hangs, logger));
			}
			if (process.exitValue() != 0) {
				throw new IOException(NLS.bind(Messages.logger_failed, logger, process.exitValue()));
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(NLS.bind(Messages.logger_hangs, logger), e);
		} finally {
			if (process.isAlive()) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
			}
		}
	}

	private Process start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(logger, "-t", "fence_vmware", "-p", "daemon.notice");
		builder.environment().clear();
		builder.environment().putAll(ENVIRONMENT);
		builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.redirectError(ProcessBuilder.Redirect.DISCARD);
		try {
			return builder.start();
		} catch (IOException e) {
			throw new IOException(NLS.bind(Messages.logger_not_started, logger), e);
		}
	}

	/** A pipe that nobody empties cannot be written to with a time limit, so another thread writes. */
	private void feed(Process process, byte[] text, long end) throws IOException, InterruptedException {
		FutureTask<Void> writing = new FutureTask<>(() -> {
			try (OutputStream in = process.getOutputStream()) {
				in.write(text);
			}
			return null;
		});
		Thread writer = new Thread(writing, "audit to syslog");
		writer.setDaemon(true);
		writer.start();
		try {
			writing.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
		} catch (TimeoutException e) {
			throw new IOException(NLS.bind(Messages.logger_hangs, logger), e);
		} catch (ExecutionException e) {
			throw new IOException(NLS.bind(Messages.logger_does_not_read, logger), e);
		}
	}
}
