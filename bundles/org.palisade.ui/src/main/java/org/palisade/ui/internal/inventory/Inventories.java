package org.palisade.ui.internal.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;

/** The inventories of the servers that are connected now. Thread-safe. */
public final class Inventories {

	private final ConnectionStore store;
	private final Map<String, ConnectionInventory> open = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final ConnectionStore.Listener storeListener = this::connectionsChanged;

	/**
	 * @param store the connections; one that is removed or changed there is disconnected
	 */
	public Inventories(ConnectionStore store) {
		this.store = store;
		store.addListener(storeListener);
	}

	/** {@return the connections, connected or not, by name} */
	public List<Connection> connections() {
		return store.all();
	}

	/** {@return the inventory of a connection, if it is connected} */
	public Optional<ConnectionInventory> find(Connection connection) {
		synchronized (open) {
			return Optional.ofNullable(open.get(connection.id()));
		}
	}

	/** {@return all inventories of connected servers} */
	public List<ConnectionInventory> all() {
		synchronized (open) {
			return List.copyOf(open.values());
		}
	}

	/** Connects, or begins anew where contact was lost. Returns at once. */
	public void connect(Connection connection) {
		ConnectionInventory inventory = new ConnectionInventory(connection, this::tell);
		ConnectionInventory former;
		synchronized (open) {
			former = open.put(connection.id(), inventory);
		}
		new ConnectJob(inventory, Optional.ofNullable(former)).schedule();
		tell();
	}

	/** Disconnects. Returns at once. */
	public void disconnect(Connection connection) {
		ConnectionInventory former;
		synchronized (open) {
			former = open.remove(connection.id());
		}
		if (former != null) {
			new DisconnectJob(former).schedule();
			tell();
		}
	}

	private void connectionsChanged() {
		for (ConnectionInventory inventory : all()) {
			Optional<Connection> now = store.find(inventory.connection().id());
			if (!now.equals(Optional.of(inventory.connection()))) {
				disconnect(inventory.connection());
				now.ifPresent(this::connect);
			}
		}
		tell();
	}

	/** Has {@code listener} run on every change, by the thread that made it; it must be quick. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** Takes a listener away. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}

	/** Disconnects all, and waits until they are logged out. */
	public void close() {
		store.removeListener(storeListener);
		listeners.clear();
		List<ConnectionInventory> closing = all();
		synchronized (open) {
			open.clear();
		}
		closing.forEach(ConnectionInventory::close);
	}
}
