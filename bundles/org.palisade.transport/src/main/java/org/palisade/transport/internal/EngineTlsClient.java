package org.palisade.transport.internal;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.transport.ServerAddress;
import org.palisade.transport.tls.TlsConnection;
import org.palisade.transport.tls.TlsEngine;
import org.palisade.transport.tls.TlsFailure;

/** Negotiates TLS by an engine that is not the platform's. */
final class EngineTlsClient implements TlsClient {

	private final ServerAddress server;
	private final PeerVerifier verifier;
	private final TlsEngine engine;

	EngineTlsClient(ServerAddress server, PeerVerifier verifier, TlsEngine engine) {
		this.server = server;
		this.verifier = verifier;
		this.engine = engine;
	}

	@Override
	public TlsConnection layer(Socket raw) throws IOException, FenceException {
		Optional<String> name = server.isLiteral() ? Optional.empty() : Optional.of(server.host());
		verifier.forget();
		try {
			return engine.negotiate(raw, name, verifier::checkChain);
		} catch (TlsFailure failure) {
			throw translated(failure);
		}
	}

	private FenceException translated(TlsFailure failure) {
		if (verifier.rejection().isPresent()) {
			return new FenceException(verifier.rejection().get());
		}
		FenceProblem problem = switch (failure.reason()) {
		case NOT_TLS -> problem(NLS.bind(Messages.tls_not_tls, server), Messages.tls_not_tls_advice);
		case TOO_OLD -> problem(NLS.bind(Messages.tls_too_old, server), Messages.tls_too_old_advice);
		case CLOSED -> problem(NLS.bind(Messages.tls_closed, server), Messages.tls_not_tls_advice);
		case REFUSED, OTHER -> problem(NLS.bind(Messages.tls_failed, server, Texts.of(failure)), "");
		};
		return new FenceException(problem, failure);
	}

	private static FenceProblem problem(String message, String advice) {
		return new FenceProblem(FenceProblem.Kind.TLS, message, advice);
	}
}
