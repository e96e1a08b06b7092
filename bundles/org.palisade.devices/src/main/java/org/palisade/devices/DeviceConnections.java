package org.palisade.devices;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.palisade.connections.Connection;
import org.palisade.transport.ServerAddress;

/** Tells which connection of the workbench leads to a device's server. Addresses are compared as they are written: no name is resolved. */
public final class DeviceConnections {

	private DeviceConnections() {
	}

	/** {@return the connection to the device's server, rather one of the same user} */
	public static Optional<Connection> find(ConfiguredDevice device, List<Connection> connections) {
		List<Connection> same = connections.stream().filter(connection -> isSameServer(device, connection)).toList();
		return same.stream().filter(connection -> DeviceOptions.isSameUser(device, connection)).findFirst().or(() -> same.stream().findFirst());
	}

	/** {@return whether the connection logs in as the device does, so that its password is the right one} */
	public static boolean isSameUser(ConfiguredDevice device, Connection connection) {
		return DeviceOptions.isSameUser(device, connection);
	}

	static boolean isSameServer(ConfiguredDevice device, Connection connection) {
		Optional<ServerAddress> server = device.server();
		Optional<ServerAddress> other = ConfiguredDevice.server(connection.address(), OptionalInt.empty());
		return server.isPresent() && other.isPresent() && server.get().port() == other.get().port()
				&& server.get().host().equalsIgnoreCase(other.get().host());
	}
}
