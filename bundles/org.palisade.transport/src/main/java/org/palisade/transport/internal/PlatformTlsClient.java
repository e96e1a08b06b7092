package org.palisade.transport.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.tls.TlsConnection;

/** Negotiates TLS by the Java platform, in a context of its own. */
final class PlatformTlsClient implements TlsClient {

	private final ServerAddress server;
	private final PeerVerifier verifier;
	private final SSLContext context;

	PlatformTlsClient(ServerAddress server, PeerVerifier verifier) throws GeneralSecurityException {
		this.server = server;
		this.verifier = verifier;
		context = SSLContext.getInstance("TLS");
		context.init(null, new TrustManager[] { verifier }, null);
	}

	@Override
	public TlsConnection layer(Socket raw) throws IOException, FenceException {
		SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, server.host(), server.port(), true);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setProtocols(atLeastTls12(parameters.getProtocols()));
		if (verifier.checksName()) {
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
		}
		socket.setSSLParameters(parameters);
		verifier.forget();
		try {
			socket.startHandshake();
		} catch (SSLException failure) {
			throw translated(failure);
		} catch (EOFException closed) {
			throw generic(Messages.tls_closed, Messages.tls_not_tls_advice, closed);
		}
		return new SocketConnection(socket.getInputStream(), socket.getOutputStream());
	}

	/** The system's choice, which an administrator may have narrowed, without what is too old to be safe. */
	private static String[] atLeastTls12(String[] enabled) {
		List<String> accepted = new ArrayList<>(enabled.length);
		for (String protocol : enabled) {
			if (protocol.equals("TLSv1.2") || protocol.equals("TLSv1.3")) {
				accepted.add(protocol);
			}
		}
		return accepted.toArray(String[]::new);
	}

	private FenceException translated(SSLException failure) throws IOException {
		if (verifier.rejection().isPresent()) {
			return new FenceException(verifier.rejection().get());
		}
		if (failure.getCause() instanceof SocketException reset) {
			throw reset;
		}
		if (failure.getCause() instanceof EOFException) {
			return generic(Messages.tls_closed, Messages.tls_not_tls_advice, failure);
		}
		String text = Texts.of(failure);
		if (text.contains("plaintext") || text.contains("Unsupported or unrecognized SSL message")) {
			return generic(Messages.tls_not_tls, Messages.tls_not_tls_advice, failure);
		}
		if (text.contains("protocol_version") || text.contains("handshake_failure")) {
			return generic(Messages.tls_too_old, Messages.tls_too_old_advice, failure);
		}
		return new FenceException(new FenceProblem(FenceProblem.Kind.TLS, NLS.bind(Messages.tls_failed, server, text), ""), failure);
	}

	private FenceException generic(String message, String advice, IOException cause) {
		return new FenceException(new FenceProblem(FenceProblem.Kind.TLS, NLS.bind(message, server), advice), cause);
	}

	/** Nothing is to be freed: what there is goes with the TCP socket below. */
	private record SocketConnection(InputStream input, OutputStream output) implements TlsConnection {
		@Override
		public void close() {
			// Closing the TLS socket would wait for a thread that writes.
		}
	}
}
