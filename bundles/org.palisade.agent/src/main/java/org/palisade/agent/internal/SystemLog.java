package org.palisade.agent.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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

	/** {@code logger} of util-linux takes 1 KiB, the limit of RFC 3164; the header may count. */
	private static final int LONGEST_BY_DEFAULT = 900;

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
		List<byte[]> texts = lines.stream().map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8)).toList();
		Process process = start(texts.stream().mapToInt(text -> text.length).max().orElse(0));
		try {
			feed(process, texts, end);
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

	/**
	 * A line that is longer than {@code logger} takes by default would be cut into several messages. Only then is the option given that asks
	 * for more, because not every {@code logger} has it.
	 */
	private Process start(int longestLine) throws IOException {
		List<String> words = new ArrayList<>(List.of(logger, "-t", "fence_vmware", "-p", "daemon.notice"));
		if (longestLine > LONGEST_BY_DEFAULT) {
			words.addAll(List.of("--size", Integer.toString(longestLine)));
		}
		ProcessBuilder builder = new ProcessBuilder(words);
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
	private void feed(Process process, List<byte[]> texts, long end) throws IOException, InterruptedException {
		FutureTask<Void> writing = new FutureTask<>(() -> {
			try (OutputStream in = process.getOutputStream()) {
				for (byte[] text : texts) {
					in.write(text);
				}
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
