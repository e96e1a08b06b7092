package org.palisade.transport;

import java.net.Socket;
import java.time.Duration;

import org.palisade.api.FenceException;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.transport.internal.ExchangeGuard;
import org.palisade.transport.internal.TcpConnector;
import org.palisade.transport.internal.Watchdog;

/** Connections on which something else is spoken than HTTP. They are made as those of {@link HttpTransport} are. */
public final class TcpConnection {

	private TcpConnection() {
	}

	/**
	 * {@return a socket that is connected to the first address of the server that answers} The deadline and the cancellation hold until then; after that
	 * the socket is the caller's.
	 *
	 * @param family which addresses are tried
	 * @throws FenceException of kind DNS, TCP, TIMEOUT or CANCELLED
	 */
	public static Socket open(ServerAddress server, AddressFamily family, Deadline deadline, Cancellation cancellation) throws FenceException {
		try (Watchdog watchdog = new Watchdog(server.toString());
				ExchangeGuard guard = new ExchangeGuard(watchdog, deadline, cancellation, Duration.ZERO)) {
			return open(server, family, guard);
		}
	}

	private static Socket open(ServerAddress server, AddressFamily family, ExchangeGuard guard) throws FenceException {
		Socket socket;
		try {
			guard.check();
			socket = TcpConnector.connect(server, family, guard);
		} catch (FenceException failure) {
			throw guard.isTripped() ? guard.problem(server) : failure;
		}
		if (guard.isTripped()) {
			TcpConnector.closeQuietly(socket);
			throw guard.problem(server);
		}
		return socket;
	}
}
