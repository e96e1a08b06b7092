package org.palisade.transport.tls;

import javax.net.ssl.SSLException;

/** TLS could not be negotiated, or broke. */
public final class TlsFailure extends SSLException {

	private static final long serialVersionUID = 1L;

	/** What it means. */
	public enum Reason {
		/** The server speaks something else. */
		NOT_TLS,
		/** There is no common version of TLS, or no cipher. */
		TOO_OLD,
		/** The server ended the connection in the middle of the negotiation. */
		CLOSED,
		/** The certificate check refused. */
		REFUSED,
		/** Something else; the message says what. */
		OTHER
	}

	private final Reason reason;

	/**
	 * @param reason what it means
	 * @param message the words of the implementation
	 */
	public TlsFailure(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/** {@return what it means} */
	public Reason reason() {
		return reason;
	}
}
