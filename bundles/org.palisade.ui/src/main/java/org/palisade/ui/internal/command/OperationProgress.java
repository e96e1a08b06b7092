package org.palisade.ui.internal.command;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.operations.Phase;
import org.palisade.ui.internal.SilentObserver;

/** Shows the phase of an operation and the time that is left, each second, and writes to the console. */
final class OperationProgress extends SilentObserver implements AutoCloseable {

	private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(run -> {
		Thread thread = new Thread(run, "Countdown of fencing operations");
		thread.setDaemon(true);
		return thread;
	});

	private final IProgressMonitor monitor;
	private volatile Deadline deadline = Deadline.in(Duration.ZERO, MonotonicClock.system());
	private volatile String phase = "";
	private ScheduledFuture<?> countdown;

	OperationProgress(IProgressMonitor monitor, String subject) {
		super(subject);
		this.monitor = monitor;
	}

	@Override
	public void limited(Duration limit) {
		deadline = Deadline.in(limit, MonotonicClock.system());
		countdown = TIMER.scheduleAtFixedRate(this::show, 0, 1, TimeUnit.SECONDS);
	}

	@Override
	public void phase(Phase begun) {
		phase = OperationTexts.phase(begun);
		show();
	}

	private void show() {
		monitor.subTask(NLS.bind(Messages.phase_and_time, phase, Long.toString(deadline.remaining().toSeconds())));
	}

	@Override
	public void close() {
		if (countdown != null) {
			countdown.cancel(false);
		}
	}
}
