package org.palisade.transport.internal;

import java.io.EOFException;
import java.io.IOException;
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
import org.palisade.transport.TrustPolicy;

/** Negotiates TLS with one server under one trust policy, in a context of its own. */
final class TlsClient {

	private final ServerAddress server;
	private final PeerVerifier verifier;
	private final SSLContext context;

	TlsClient(ServerAddress server, TrustPolicy policy) throws FenceException {
		this.server = server;
		try {
			verifier = PeerVerifier.of(policy, server);
			context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { verifier }, null);
		} catch (GeneralSecurityException broken) {
			throw new FenceException(new FenceProblem(FenceProblem.Kind.TLS, NLS.bind(Messages.tls_unavailable, Texts.of(broken)), ""),
					broken);
		}
	}

	/** {@return {@code raw} with TLS negotiated on it and the server verified} */
	SSLSocket layer(Socket raw) throws IOException, FenceException {
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
		return socket;
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
}
