package org.palisade.connections;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.Secret;

/** Passwords in secure storage, encrypted, by the id of their connection. */
final class PasswordVault {

	private static final String PASSWORD = "password";

	private final ISecurePreferences root;

	PasswordVault(ISecurePreferences root) {
		this.root = root;
	}

	Optional<Secret> read(Connection connection) throws ConnectionException {
		if (!root.nodeExists(connection.id())) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(root.node(connection.id()).get(PASSWORD, null)).map(Secret::of);
		} catch (StorageException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unreadable, connection.name()), e);
		}
	}

	void write(Connection connection, Secret password) throws ConnectionException {
		try {
			root.node(connection.id()).put(PASSWORD, password.reveal(), true);
			root.flush();
		} catch (StorageException | IOException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unwritable, connection.name()), e);
		}
	}

	void remove(Connection connection) throws ConnectionException {
		if (!root.nodeExists(connection.id())) {
			return;
		}
		try {
			root.node(connection.id()).removeNode();
			root.flush();
		} catch (IOException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unwritable, connection.name()), e);
		}
	}
}
