package org.palisade.transport.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

import javax.net.ssl.SSLException;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.transport.ServerAddress;

/** Says what a failed connection or a broken exchange means. */
public final class TransportProblems {

	private TransportProblems() {
	}

	/** {@return what it means that no connection came about} */
	static FenceException notConnected(ServerAddress server, IOException failure) {
		if (failure instanceof SocketTimeoutException) {
			return problem(Kind.TIMEOUT, NLS.bind(Messages.timeout_connect, server), Messages.timeout_connect_advice, failure);
		}
		if (failure instanceof ConnectException && Texts.of(failure).contains("refused")) {
			return problem(Kind.TCP, NLS.bind(Messages.tcp_refused, server), Messages.tcp_refused_advice, failure);
		}
		return problem(Kind.TCP, NLS.bind(Messages.tcp_unreachable, server, Texts.of(failure)), Messages.tcp_unreachable_advice, failure);
	}

	/** {@return what it means that an exchange broke on an open connection} */
	public static FenceException broken(ServerAddress server, IOException failure) {
		if (failure instanceof SSLException) {
			return problem(Kind.TLS, NLS.bind(Messages.tls_broken, server, Texts.of(failure)), "", failure);
		}
		if (failure instanceof SocketException) {
			return problem(Kind.TCP, NLS.bind(Messages.tcp_broken, server, Texts.of(failure)), Messages.tcp_broken_advice, failure);
		}
		return problem(Kind.PROTOCOL, NLS.bind(Messages.http_malformed, server, Texts.of(failure)), Messages.http_malformed_advice, failure);
	}

	private static FenceException problem(Kind kind, String message, String advice, IOException cause) {
		return new FenceException(new FenceProblem(kind, message, advice), cause);
	}
}
