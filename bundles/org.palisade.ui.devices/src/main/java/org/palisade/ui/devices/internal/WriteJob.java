package org.palisade.ui.devices.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.ui.internal.PalisadeUi;

/** Writes a configuration: a new file for its owner alone, or in place of one that stays beside it as a backup. */
final class WriteJob extends Job {

	private final Path file;
	private final String text;

	WriteJob(Path file, String text) {
		super(NLS.bind(Messages.job_write, file));
		this.file = file;
		this.text = text;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			if (Files.exists(file)) {
				ConfigurationFile.read(file).replace(text);
			} else {
				ConfigurationFile.create(file, text);
			}
			DevicesUi.devices().reload();
			return Status.OK_STATUS;
		} catch (IOException e) {
			return PalisadeUi.error(NLS.bind(Messages.target_problem, file, e.getMessage()), e);
		}
	}
}
