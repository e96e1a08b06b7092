package org.palisade.transport.internal;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.TrustPolicy;
import org.palisade.transport.tls.TlsConnection;
import org.palisade.transport.tls.TlsEngine;

/** Negotiates TLS with one server under one trust policy. */
interface TlsClient {

	/** {@return TLS on {@code raw}, negotiated and with the server verified} */
	TlsConnection layer(Socket raw) throws IOException, FenceException;

	/**
	 * {@return a client that uses the installed engine, or else the platform's}
	 *
	 * @throws FenceException of kind OPTION when a file of certificate authorities cannot be used
	 */
	static TlsClient of(ServerAddress server, TrustPolicy policy) throws FenceException {
		try {
			PeerVerifier verifier = PeerVerifier.of(policy, server);
			Optional<TlsEngine> engine = TlsEngines.available();
			return engine.isPresent() ? new EngineTlsClient(server, verifier, engine.get()) : new PlatformTlsClient(server, verifier);
		} catch (GeneralSecurityException broken) {
			throw new FenceException(new FenceProblem(FenceProblem.Kind.TLS, NLS.bind(Messages.tls_unavailable, Texts.of(broken)), ""),
					broken);
		}
	}
}
