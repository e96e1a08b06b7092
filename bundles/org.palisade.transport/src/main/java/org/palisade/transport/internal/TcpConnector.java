package org.palisade.transport.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

import org.palisade.api.FenceException;
import org.palisade.transport.AddressFamily;
import org.palisade.transport.ServerAddress;

/** Connects to a server: resolves its name and tries its addresses in turn. */
public final class TcpConnector {

	private TcpConnector() {
	}

	/** {@return a connection to the first address that answers; {@code guard} watches it until something else is watched} */
	public static Socket connect(ServerAddress server, AddressFamily family, ExchangeGuard guard) throws FenceException {
		List<InetAddress> addresses = AddressResolver.resolve(server, family, guard);
		IOException failure = null;
		for (int i = 0; i < addresses.size(); i++) {
			Socket socket = new Socket(Proxy.NO_PROXY);
			guard.watch(ExchangeGuard.Phase.CONNECT, () -> closeQuietly(socket));
			try {
				socket.setTcpNoDelay(true);
				socket.connect(new InetSocketAddress(addresses.get(i), server.port()), share(guard, addresses.size() - i));
				return socket;
			} catch (IOException refused) {
				closeQuietly(socket);
				failure = moreTelling(failure, refused);
			}
		}
		throw TransportProblems.notConnected(server, failure);
	}

	/** {@return milliseconds for the next of several addresses, so that one that swallows packets leaves time for the others} */
	private static int share(ExchangeGuard guard, int addressesLeft) {
		Duration share = guard.remaining().dividedBy(addressesLeft);
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, share.toMillis()));
	}

	/** A refusal says that the host is there, so it wins over an address that could not be reached or did not answer. */
	private static IOException moreTelling(IOException known, IOException next) {
		return known == null || next instanceof ConnectException || known instanceof SocketTimeoutException ? next : known;
	}

	/** Closes a socket without a word. */
	public static void closeQuietly(Socket socket) {
		try {
			socket.close();
		} catch (IOException failure) {
			// Closing a plain socket sends nothing, so it can only fail when the process is out of order altogether.
			throw new UncheckedIOException(failure);
		}
	}
}
