package org.palisade.transport.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs something later unless it was called off: one daemon thread, started when it is first needed. Thread-safe. */
public final class Watchdog implements AutoCloseable {

	private final ScheduledThreadPoolExecutor executor;

	/**
	 * @param name what is watched, for the name of the thread
	 */
	public Watchdog(String name) {
		executor = new ScheduledThreadPoolExecutor(1, task -> {
			Thread thread = new Thread(task, "palisade-deadline " + name);
			thread.setDaemon(true);
			return thread;
		});
		executor.setRemoveOnCancelPolicy(true);
	}

	/** Has {@code action}, which must be quick, run after {@code delay} unless the returned future is cancelled before. */
	Future<?> after(Duration delay, Runnable action) {
		return executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void close() {
		executor.shutdownNow();
	}
}
