package org.palisade.connections;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.Secret;

/** Passwords and options that are secrets, in secure storage, encrypted, by the id of their connection. */
final class PasswordVault {

	private static final String PASSWORD = "password";
	private static final String OPTIONS = "options";

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

	/** {@return the names of the options that are kept} Decrypts nothing, so nobody is asked for a master password. */
	Set<String> optionNames(Connection connection) {
		String path = connection.id() + "/" + OPTIONS;
		return root.nodeExists(path) ? Set.of(root.node(path).keys()) : Set.of();
	}

	/** {@return the options that are kept, by name} */
	Map<String, Secret> readOptions(Connection connection) throws ConnectionException {
		Map<String, Secret> options = new HashMap<>();
		try {
			for (String name : optionNames(connection)) {
				options.put(name, Secret.of(root.node(connection.id()).node(OPTIONS).get(name, "")));
			}
			return options;
		} catch (StorageException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unreadable, connection.name()), e);
		}
	}

	/**
	 * Keeps options.
	 *
	 * @param options by name; an empty one is taken out, and what is not among them stays as it is
	 */
	void writeOptions(Connection connection, Map<String, Optional<Secret>> options) throws ConnectionException {
		if (options.isEmpty()) {
			return;
		}
		ISecurePreferences node = root.node(connection.id()).node(OPTIONS);
		try {
			for (Map.Entry<String, Optional<Secret>> option : options.entrySet()) {
				if (option.getValue().isPresent()) {
					node.put(option.getKey(), option.getValue().get().reveal(), true);
				} else {
					node.remove(option.getKey());
				}
			}
			root.flush();
		} catch (StorageException | IOException e) {
			throw new ConnectionException(NLS.bind(Messages.storage_unwritable, connection.name()), e);
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

	void removePassword(Connection connection) throws ConnectionException {
		if (!root.nodeExists(connection.id())) {
			return;
		}
		try {
			root.node(connection.id()).remove(PASSWORD);
			root.flush();
		} catch (IOException e) {
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
