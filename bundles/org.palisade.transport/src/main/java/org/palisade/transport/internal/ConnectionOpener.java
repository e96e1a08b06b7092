package org.palisade.transport.internal;

import java.io.IOException;
import java.net.Socket;

import org.palisade.api.FenceException;
import org.palisade.transport.Endpoint;
import org.palisade.transport.tls.TlsConnection;

/** Opens connections to one server: connects and negotiates TLS. */
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
		Socket raw = TcpConnector.connect(endpoint.address(), endpoint.family(), guard);
		try {
			TlsConnection layer = null;
			if (tls != null) {
				guard.watch(ExchangeGuard.Phase.HANDSHAKE, () -> TcpConnector.closeQuietly(raw));
				layer = tls.layer(raw);
			}
			HttpConnection connection = new HttpConnection(endpoint.address(), raw, layer);
			guard.watch(connection);
			return connection;
		} catch (IOException | FenceException | RuntimeException failure) {
			TcpConnector.closeQuietly(raw);
			throw failure;
		}
	}
}
