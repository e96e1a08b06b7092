package org.palisade.ui.internal.inventory;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/** Logs out. */
final class DisconnectJob extends Job {

	private final ConnectionInventory inventory;

	DisconnectJob(ConnectionInventory inventory) {
		super(NLS.bind(Messages.disconnecting, inventory.connection().name()));
		this.inventory = inventory;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		inventory.close();
		return Status.OK_STATUS;
	}
}
