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
import org.palisade.transport.Endpoint;
import org.palisade.transport.tls.TlsConnection;

/** Opens connections to one server: resolves its name, tries its addresses in turn, negotiates TLS. */
public final class ConnectionOpener {

	private final Endpoint endpoint;
	private final TlsClient tls;

	/**
	 * @throws FenceException of kind OPTION when a file of certificate authorities cannot be used
	 */
	public ConnectionOpener(Endpoint endpoint) throws FenceException {
		this.endpoint = endpoint;
		this.tls = endpoint.tls() ? TlsClient.of(endpoint.address(), endpoint.trust()) : null;
	}

	/** {@return an open connection, watched by {@code guard}} */
	public HttpConnection open(ExchangeGuard guard) throws IOException, FenceException {
		Socket raw = connect(guard);
		try {
			TlsConnection layer = null;
			if (tls != null) {
				guard.watch(ExchangeGuard.Phase.HANDSHAKE, () -> closeQuietly(raw));
				layer = tls.layer(raw);
			}
			HttpConnection connection = new HttpConnection(endpoint.address(), raw, layer);
			guard.watch(connection);
			return connection;
		} catch (IOException | FenceException | RuntimeException failure) {
			closeQuietly(raw);
			throw failure;
		}
	}

	private Socket connect(ExchangeGuard guard) throws FenceException {
		List<InetAddress> addresses = AddressResolver.resolve(endpoint.address(), endpoint.family(), guard);
		IOException failure = null;
		for (int i = 0; i < addresses.size(); i++) {
			Socket socket = new Socket(Proxy.NO_PROXY);
			guard.watch(ExchangeGuard.Phase.CONNECT, () -> closeQuietly(socket));
			try {
				socket.setTcpNoDelay(true);
				socket.connect(new InetSocketAddress(addresses.get(i), endpoint.address().port()), share(guard, addresses.size() - i));
				return socket;
			} catch (IOException refused) {
				closeQuietly(socket);
				failure = moreTelling(failure, refused);
			}
		}
		throw TransportProblems.notConnected(endpoint.address(), failure);
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

	static void closeQuietly(Socket socket) {
		try {
			socket.close();
		} catch (IOException failure) {
			// Closing a plain socket sends nothing, so it can only fail when the process is out of order altogether.
			throw new UncheckedIOException(failure);
		}
	}
}
