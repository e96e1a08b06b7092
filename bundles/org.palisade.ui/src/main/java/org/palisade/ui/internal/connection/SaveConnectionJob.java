package org.palisade.ui.internal.connection;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.ui.internal.PalisadeUi;

/** Keeps a connection and its secrets. Secure storage may ask for its master password, so it is not done in the UI thread. */
final class SaveConnectionJob extends Job {

	private final Connection connection;
	private final Optional<Secret> password;
	private final Map<String, Optional<Secret>> secretOptions;
	private final boolean connect;

	/**
	 * @param secretOptions options that are secrets; an empty one is forgotten
	 * @param connect whether to connect it afterwards
	 */
	SaveConnectionJob(Connection connection, Optional<Secret> password, Map<String, Optional<Secret>> secretOptions, boolean connect) {
		super(NLS.bind(Messages.saving, connection.name()));
		this.connection = connection;
		this.password = password;
		this.secretOptions = secretOptions;
		this.connect = connect;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			PalisadeUi.instance().service(ConnectionStore.class).save(connection, password, secretOptions);
		} catch (ConnectionException e) {
			return PalisadeUi.error(e.getMessage(), e);
		}
		if (connect) {
			PalisadeUi.instance().inventories().connect(connection);
		}
		return Status.OK_STATUS;
	}
}
