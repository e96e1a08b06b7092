package org.palisade.ui.internal.connection;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

/** Simulated servers on the loopback interface, with connections to them. They last as long as the workbench. Thread-safe. */
public final class SimulatedConnections {

	private static final String TYPE = "esx";

	private final ConnectionStore store;
	private final Map<String, SimulatedVCenter> running = new LinkedHashMap<>();
	private final ConnectionStore.Listener listener = this::closeRemoved;

	/**
	 * @param store where to add the connections; the server of one that is removed there is stopped
	 */
	public SimulatedConnections(ConnectionStore store) {
		this.store = store;
		store.addListener(listener);
	}

	/**
	 * Starts a server and adds a connection to it.
	 *
	 * @param options what to simulate
	 * @throws IOException when it cannot be started
	 */
	public Connection add(SimulatorOptions options) throws IOException {
		SimulatedVCenter server = SimulatedVCenter.start(options);
		URI url = server.url();
		String address = url.getHost() + ":" + url.getPort();
		int number;
		String id = "simulated-" + UUID.randomUUID();
		synchronized (running) {
			running.put(id, server);
			number = running.size();
		}
		Connection connection = new Connection(id, NLS.bind(Messages.simulated_name, number), address, options.behaviour().username(), TYPE,
				new Trust.Pinned(server.certificateFingerprint().orElseThrow(), address), new PasswordSource.Memory(), Timeouts.DEFAULT, Optional.empty());
		store.addTransient(connection, Secret.of(options.behaviour().password()));
		return connection;
	}

	/** {@return the server of a simulated connection} */
	public Optional<SimulatedVCenter> find(Connection connection) {
		synchronized (running) {
			return Optional.ofNullable(running.get(connection.id()));
		}
	}

	private void closeRemoved() {
		List<SimulatedVCenter> closing;
		synchronized (running) {
			Map<String, SimulatedVCenter> removed = new LinkedHashMap<>(running);
			removed.keySet().removeIf(id -> store.find(id).isPresent());
			running.keySet().removeAll(removed.keySet());
			closing = List.copyOf(removed.values());
		}
		closing.forEach(SimulatedConnections::stop);
	}

	private static void stop(SimulatedVCenter server) {
		try {
			server.close();
		} catch (IOException e) {
			ILog.get().warn(Messages.simulated_leftover, e);
		}
	}

	/** Stops all servers. */
	public void close() {
		store.removeListener(listener);
		List<SimulatedVCenter> closing;
		synchronized (running) {
			closing = List.copyOf(running.values());
			running.clear();
		}
		closing.forEach(SimulatedConnections::stop);
	}
}
