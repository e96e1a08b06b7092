package org.palisade.ui.devices.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Reads the configurations again. */
public final class RefreshHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		ICoreRunnable work = monitor -> DevicesUi.devices().reload();
		Job.create(Messages.job_refresh, work).schedule();
		return null;
	}
}
