package org.palisade.ui.devices.internal;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.devices.DeviceConfiguration;

/** Reads configurations and adds them to the view. Those that cannot be read are there as well, with the reason. */
final class OpenJob extends Job {

	private final List<Path> files;

	private OpenJob(List<Path> files) {
		super(Messages.job_open);
		this.files = files;
	}

	static void open(List<Path> files) {
		if (!files.isEmpty()) {
			new OpenJob(files).schedule();
		}
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, files.size());
		MultiStatus problems = new MultiStatus(DevicesUi.ID, 0, Messages.not_opened, null);
		for (Path file : files) {
			if (progress.isCanceled()) {
				return Status.CANCEL_STATUS;
			}
			DeviceConfiguration read = DevicesUi.devices().open(file);
			read.problem().ifPresent(problem -> problems.add(Status.error(NLS.bind(Messages.file_problem, read.file(), problem))));
			progress.worked(1);
		}
		return problems.isOK() ? Status.OK_STATUS : problems;
	}
}
