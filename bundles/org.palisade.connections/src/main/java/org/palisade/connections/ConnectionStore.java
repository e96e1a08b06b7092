package org.palisade.connections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.Preferences;
import org.palisade.api.option.Secret;

/**
 * Knows the connections of this workspace. Thread-safe. Reading and writing a password may ask the user for a master password, so it must not be
 * done in the UI thread.
 */
@Component(service = ConnectionStore.class)
public final class ConnectionStore {

	private static final String NODE = "org.palisade.connections";

	/** Is told that connections were added, changed or removed, by the thread that did it. */
	@FunctionalInterface
	public interface Listener {
		/** The list is another one. */
		void connectionsChanged();
	}

	private final ConnectionPreferences preferences;
	private final PasswordVault vault;
	private final Map<String, Connection> connections = new LinkedHashMap<>();
	private final Map<String, Secret> remembered = new HashMap<>();
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	/**
	 * The store of the running workbench.
	 *
	 * @throws ConnectionException when the preferences cannot be read
	 */
	@Activate
	public ConnectionStore() throws ConnectionException {
		this(InstanceScope.INSTANCE.getNode(NODE), SecurePreferencesFactory.getDefault().node(NODE));
	}

	/**
	 * A store in another place than the workspace.
	 *
	 * @param preferences where connections are kept
	 * @param storage where passwords are kept
	 * @throws ConnectionException when the preferences cannot be read
	 */
	public ConnectionStore(Preferences preferences, ISecurePreferences storage) throws ConnectionException {
		this.preferences = new ConnectionPreferences(preferences);
		this.vault = new PasswordVault(storage);
		this.preferences.read().forEach(connection -> connections.put(connection.id(), connection));
	}

	/** {@return all connections by name} */
	public List<Connection> all() {
		synchronized (connections) {
			return connections.values().stream().sorted(Comparator.comparing(Connection::name, String.CASE_INSENSITIVE_ORDER)).toList();
		}
	}

	/** {@return the connection of that id} */
	public Optional<Connection> find(String id) {
		synchronized (connections) {
			return Optional.ofNullable(connections.get(id));
		}
	}

	/**
	 * Keeps a connection, in place of the one of the same id if there is one.
	 *
	 * @param password the password; empty to leave it as it is. Where it is kept says the connection; a password script needs none
	 * @throws ConnectionException when it cannot be kept; nothing has changed then but what the message says
	 */
	public void save(Connection connection, Optional<Secret> password) throws ConnectionException {
		save(connection, password, Map.of());
	}

	/**
	 * Keeps a connection, in place of the one of the same id if there is one.
	 *
	 * @param password the password; empty to leave it as it is. Where it is kept says the connection; a password script needs none
	 * @param secretOptions options of the back end that are secrets, by name, for secure storage; an empty one is forgotten, and what is not among them
	 *            stays as it is
	 * @throws ConnectionException when it cannot be kept; nothing has changed then but what the message says
	 */
	public void save(Connection connection, Optional<Secret> password, Map<String, Optional<Secret>> secretOptions) throws ConnectionException {
		boolean stored = connection.password() instanceof PasswordSource.SecureStorage;
		if (!stored) {
			vault.removePassword(connection);
		} else if (password.isPresent()) {
			vault.write(connection, password.get());
		}
		vault.writeOptions(connection, secretOptions);
		preferences.write(connection);
		put(connection, stored ? Optional.empty() : password);
	}

	/** Adds a connection that lives as long as this workbench runs, for a server that does so too. Nothing is written. */
	public void addTransient(Connection connection, Secret password) {
		put(connection, Optional.of(password));
	}

	private void put(Connection connection, Optional<Secret> password) {
		synchronized (connections) {
			connections.put(connection.id(), connection);
			password.ifPresent(secret -> remembered.put(connection.id(), secret));
		}
		listeners.forEach(Listener::connectionsChanged);
	}

	/**
	 * Forgets a connection and its secrets.
	 *
	 * @throws ConnectionException when it cannot be removed from where it is kept
	 */
	public void remove(Connection connection) throws ConnectionException {
		preferences.remove(connection);
		vault.remove(connection);
		synchronized (connections) {
			connections.remove(connection.id());
			remembered.remove(connection.id());
		}
		listeners.forEach(Listener::connectionsChanged);
	}

	/** Keeps a password in memory that the user was asked for. */
	public void remember(Connection connection, Secret password) {
		synchronized (connections) {
			remembered.put(connection.id(), password);
		}
	}

	/**
	 * {@return the password, empty when it is not known here: it has to be asked for, or a script gives it}
	 *
	 * @throws ConnectionException when secure storage cannot be read
	 */
	public Optional<Secret> password(Connection connection) throws ConnectionException {
		synchronized (connections) {
			Secret secret = remembered.get(connection.id());
			if (secret != null) {
				return Optional.of(secret);
			}
		}
		return connection.password() instanceof PasswordSource.SecureStorage ? vault.read(connection) : Optional.empty();
	}

	/**
	 * {@return the options of the back end that are secrets and kept for a connection, by name}
	 *
	 * @throws ConnectionException when secure storage cannot be read
	 */
	public Map<String, Secret> secretOptions(Connection connection) throws ConnectionException {
		return vault.readOptions(connection);
	}

	/** {@return the names of the options that are secrets and kept for a connection} Asks for no master password, so any thread may ask. */
	public Set<String> secretOptionNames(Connection connection) {
		return vault.optionNames(connection);
	}

	/** {@return the names that are taken by other connections than the one of that id} */
	public List<String> namesBeside(String id) {
		List<String> names = new ArrayList<>();
		for (Connection connection : all()) {
			if (!connection.id().equals(id)) {
				names.add(connection.name());
			}
		}
		return names;
	}

	/** Adds a listener. Adding it twice has it called twice. */
	public void addListener(Listener listener) {
		listeners.add(listener);
	}

	/** Takes a listener away. */
	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}
}
