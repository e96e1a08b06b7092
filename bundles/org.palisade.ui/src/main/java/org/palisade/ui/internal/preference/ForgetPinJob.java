package org.palisade.ui.internal.preference;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.Trust;
import org.palisade.ui.internal.PalisadeUi;

/** Has a connection believe the authorities of the Java installation again. An inventory that is open is connected anew under that rule. */
final class ForgetPinJob extends Job {

	private final Connection connection;

	ForgetPinJob(Connection connection) {
		super(NLS.bind(Messages.trust_forgetting, connection.name()));
		this.connection = connection;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		Connection without = new Connection(connection.id(), connection.name(), connection.address(), connection.user(), connection.backEndType(),
				new Trust.SystemAuthorities(), connection.password(), connection.timeouts(), connection.datacenter(),
				connection.options());
		try {
			PalisadeUi.instance().service(ConnectionStore.class).save(without, Optional.empty());
			return Status.OK_STATUS;
		} catch (ConnectionException e) {
			return PalisadeUi.error(e.getMessage(), e);
		}
	}
}
