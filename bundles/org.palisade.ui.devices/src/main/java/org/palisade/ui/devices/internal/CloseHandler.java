package org.palisade.ui.devices.internal;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Takes configurations off the view; the files stay. */
public final class CloseHandler extends RowHandler {

	@Override
	boolean makesSense(List<Row> rows) {
		return !rows.isEmpty();
	}

	@Override
	void run(ExecutionEvent event, List<Row> rows) {
		ICoreRunnable work = monitor -> rows.stream().map(row -> row.configuration().file()).distinct().forEach(DevicesUi.devices()::close);
		Job.create(Messages.job_close, work).schedule();
	}
}
