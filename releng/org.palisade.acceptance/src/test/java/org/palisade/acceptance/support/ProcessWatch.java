package org.palisade.acceptance.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again at the arguments and the environment of all descendants of the test, as any user of the machine could at the former. */
public final class ProcessWatch implements AutoCloseable {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

	private final long except;
	private final Map<String, Boolean> seen = new ConcurrentHashMap<>();
	private final Thread thread = new Thread(this::watch, "watch of processes");
	private volatile boolean ended;

	private ProcessWatch(long except) {
		this.except = except;
	}

	/**
	 * Begins.
	 *
	 * @param except a process that is not looked at, nor what descends from it: one of the tests' own
	 */
	public static ProcessWatch start(long except) {
		ProcessWatch watch = new ProcessWatch(except);
		watch.thread.setDaemon(true);
		watch.thread.start();
		return watch;
	}

	private void watch() {
		while (!ended) {
			ProcessHandle.current().descendants().filter(process -> !isExcepted(process)).forEach(this::look);
			LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
		}
	}

	private boolean isExcepted(ProcessHandle process) {
		return process.pid() == except || process.parent().filter(this::isExcepted).isPresent();
	}

	/** vmrun is given the password as an argument, because it takes it in no other way. */
	private void look(ProcessHandle process) {
		String arguments = read(process, "cmdline");
		boolean vmrun = arguments.contains("/vmrun\0");
		seen.put(process.pid() + " " + (vmrun ? "vmrun" : arguments) + "\n" + read(process, "environ"), true);
	}

	private static String read(ProcessHandle process, String file) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), file), StandardCharsets.ISO_8859_1);
		} catch (IOException endedMeanwhile) {
			return "";
		}
	}

	/** {@return everything that was seen} */
	public String seen() {
		return String.join("\n", seen.keySet());
	}

	/** {@return how many different things were seen} */
	public int count() {
		return seen.size();
	}

	@Override
	public void close() {
		ended = true;
	}
}
