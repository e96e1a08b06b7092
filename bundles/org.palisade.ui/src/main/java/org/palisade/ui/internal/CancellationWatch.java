package org.palisade.ui.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.palisade.api.time.CancellationSource;

/** Passes the Cancel button of a progress monitor on, which can only be asked, to where a call is blocked. */
public final class CancellationWatch implements AutoCloseable {

	private static final int INTERVAL_MILLISECONDS = 100;

	private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(run -> {
		Thread thread = new Thread(run, "Cancellation of fencing operations");
		thread.setDaemon(true);
		return thread;
	});

	private final ScheduledFuture<?> task;

	/** Watches until it is closed. */
	public CancellationWatch(IProgressMonitor monitor, CancellationSource cancellation) {
		task = TIMER.scheduleWithFixedDelay(() -> {
			if (monitor.isCanceled()) {
				cancellation.request();
			}
		}, INTERVAL_MILLISECONDS, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		task.cancel(false);
	}
}
