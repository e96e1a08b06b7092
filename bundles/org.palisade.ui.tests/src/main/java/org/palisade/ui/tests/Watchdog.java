package org.palisade.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures for how long the UI thread is away: again and again it is asked to do nothing, and the longest delay until it does is kept. A figure is
 * reported, and no test depends on it.
 */
final class Watchdog implements AutoCloseable {

	private static final int INTERVAL_MILLISECONDS = 5;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
	private final AtomicLong longest = new AtomicLong();

	Watchdog() {
		timer.scheduleWithFixedDelay(this::ask, 0, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
	}

	private void ask() {
		long asked = System.nanoTime();
		Ui.display().syncExec(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
	}

	/** {@return the longest delay since the last call, in milliseconds} */
	long longest() {
		return TimeUnit.NANOSECONDS.toMillis(longest.getAndSet(0));
	}

	/** Adds a line to the figures beside the screenshots. */
	static void report(String figure) {
		Path file = Path.of(System.getProperty("palisade.screenshots"), "figures.txt");
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, figure + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() {
		timer.shutdownNow();
	}
}
