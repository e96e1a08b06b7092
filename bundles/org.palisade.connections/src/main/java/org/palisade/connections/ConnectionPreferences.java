package org.palisade.connections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Connections as nodes of preferences, a child each by its id. */
final class ConnectionPreferences {

	private static final String NAME = "name";
	private static final String ADDRESS = "address";
	private static final String USER = "user";
	private static final String TYPE = "type";
	private static final String DATACENTER = "datacenter";
	private static final String AUTHORITIES_FILE = "authoritiesFile";
	private static final String FINGERPRINT = "fingerprint";
	private static final String PINNED_ADDRESS = "pinnedAddress";
	private static final String PASSWORD = "password";
	private static final String PASSWORD_SCRIPT = "passwordScript";
	private static final String MEMORY = "memory";
	private static final String NONE = "none";
	private static final String LOGIN = "loginTimeout";
	private static final String ANSWER = "answerTimeout";
	private static final String POWER = "powerTimeout";
	private static final String OPTIONS = "options";

	private final Preferences root;

	ConnectionPreferences(Preferences root) {
		this.root = root;
	}

	List<Connection> read() throws ConnectionException {
		try {
			List<Connection> connections = new ArrayList<>();
			for (String id : root.childrenNames()) {
				connections.add(read(id, root.node(id)));
			}
			return connections;
		} catch (BackingStoreException e) {
			throw new ConnectionException(Messages.preferences_unreadable, e);
		}
	}

	void write(Connection connection) throws ConnectionException {
		Preferences node = root.node(connection.id());
		node.put(NAME, connection.name());
		node.put(ADDRESS, connection.address());
		node.put(USER, connection.user());
		node.put(TYPE, connection.backEndType());
		putOrRemove(node, DATACENTER, connection.datacenter());
		writeTrust(node, connection.trust());
		writePassword(node, connection.password());
		node.putInt(LOGIN, connection.timeouts().login());
		node.putInt(ANSWER, connection.timeouts().answer());
		node.putInt(POWER, connection.timeouts().power());
		writeOptions(connection, node);
		flush(connection.name());
	}

	private static void writeOptions(Connection connection, Preferences node) throws ConnectionException {
		try {
			Preferences options = node.node(OPTIONS);
			options.clear();
			connection.options().forEach(options::put);
		} catch (BackingStoreException e) {
			throw new ConnectionException(NLS.bind(Messages.preferences_unwritable, connection.name()), e);
		}
	}

	void remove(Connection connection) throws ConnectionException {
		try {
			if (root.nodeExists(connection.id())) {
				root.node(connection.id()).removeNode();
			}
		} catch (BackingStoreException e) {
			throw new ConnectionException(NLS.bind(Messages.preferences_unwritable, connection.name()), e);
		}
		flush(connection.name());
	}

	private void flush(String name) throws ConnectionException {
		try {
			root.flush();
		} catch (BackingStoreException e) {
			throw new ConnectionException(NLS.bind(Messages.preferences_unwritable, name), e);
		}
	}

	private static void writeTrust(Preferences node, Trust trust) {
		Optional<Trust.Pinned> pinned = trust instanceof Trust.Pinned value ? Optional.of(value) : Optional.empty();
		putOrRemove(node, FINGERPRINT, pinned.map(Trust.Pinned::fingerprint));
		putOrRemove(node, PINNED_ADDRESS, pinned.map(Trust.Pinned::address));
		putOrRemove(node, AUTHORITIES_FILE, trust instanceof Trust.AuthoritiesFile value ? Optional.of(value.file()) : Optional.empty());
	}

	private static void writePassword(Preferences node, PasswordSource source) {
		putOrRemove(node, PASSWORD, source instanceof PasswordSource.Memory ? Optional.of(MEMORY)
				: source instanceof PasswordSource.None ? Optional.of(NONE) : Optional.empty());
		putOrRemove(node, PASSWORD_SCRIPT, source instanceof PasswordSource.Script script ? Optional.of(script.path()) : Optional.empty());
	}

	private static void putOrRemove(Preferences node, String key, Optional<String> value) {
		value.ifPresentOrElse(text -> node.put(key, text), () -> node.remove(key));
	}

	private static Connection read(String id, Preferences node) throws BackingStoreException {
		return new Connection(id, node.get(NAME, id), node.get(ADDRESS, ""), node.get(USER, ""), node.get(TYPE, ""), readTrust(node),
				readPassword(node), readTimeouts(node), Optional.ofNullable(node.get(DATACENTER, null)), readOptions(node));
	}

	private static Map<String, String> readOptions(Preferences node) throws BackingStoreException {
		Map<String, String> options = new HashMap<>();
		if (node.nodeExists(OPTIONS)) {
			for (String key : node.node(OPTIONS).keys()) {
				options.put(key, node.node(OPTIONS).get(key, ""));
			}
		}
		return options;
	}

	private static Trust readTrust(Preferences node) {
		String fingerprint = node.get(FINGERPRINT, null);
		if (fingerprint != null) {
			return new Trust.Pinned(fingerprint, node.get(PINNED_ADDRESS, ""));
		}
		String file = node.get(AUTHORITIES_FILE, null);
		return file != null ? new Trust.AuthoritiesFile(file) : new Trust.SystemAuthorities();
	}

	private static PasswordSource readPassword(Preferences node) {
		String script = node.get(PASSWORD_SCRIPT, null);
		if (script != null) {
			return new PasswordSource.Script(script);
		}
		return switch (node.get(PASSWORD, "")) {
			case MEMORY -> new PasswordSource.Memory();
			case NONE -> new PasswordSource.None();
			default -> new PasswordSource.SecureStorage();
		};
	}

	private static Timeouts readTimeouts(Preferences node) {
		return new Timeouts(seconds(node, LOGIN, Timeouts.DEFAULT.login()), seconds(node, ANSWER, Timeouts.DEFAULT.answer()),
				seconds(node, POWER, Timeouts.DEFAULT.power()));
	}

	/** Preferences can be edited by hand, and one wrong number must not make every connection unreadable. */
	private static int seconds(Preferences node, String key, int standard) {
		int value = node.getInt(key, standard);
		return value >= 0 && value <= Timeouts.LONGEST ? value : standard;
	}
}
