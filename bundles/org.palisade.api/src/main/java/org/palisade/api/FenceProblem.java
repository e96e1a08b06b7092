package org.palisade.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * What went wrong and what to do about it, in the user's language. Holds no secrets. Immutable.
 *
 * @param kind which of the ways of going wrong it was
 * @param message what happened, one sentence without a full stop
 * @param advice what to do about it, one sentence without a full stop; empty when there is nothing to advise
 */
public record FenceProblem(Kind kind, String message, String advice) implements Serializable {

	/** The ways of going wrong that a user has to tell apart. */
	public enum Kind {
		/** An option is missing, malformed or contradicts another one. Nothing was contacted. */
		OPTION,
		/** The host name does not resolve. */
		DNS,
		/** No TCP connection. */
		TCP,
		/** The TLS handshake failed or the certificate is not trusted. */
		TLS,
		/** The server proves its identity by a key, not a certificate, that is not the trusted one: an SSH host key unknown, changed or revoked. */
		TRUST,
		/**
		 * The server answers but does not offer the interface that this back end speaks, so that another back end may be of use. Only for
		 * {@link FenceBackEnd#open} and only where the server says so: not for one that cannot be reached, is slow or fails.
		 */
		NOT_OFFERED,
		/** The server refused the credentials. */
		LOGIN,
		/** The account lacks a privilege. */
		PRIVILEGE,
		/** No such plug. */
		NOT_FOUND,
		/** More than one plug of that name. */
		AMBIGUOUS,
		/** The plug is one that is never fenced: a template, or no longer the object that was looked up. */
		REFUSED,
		/** The server's task failed. */
		TASK,
		/** The state that was read back is not the wanted one, or cannot be relied on. */
		UNVERIFIED,
		/** The deadline passed. */
		TIMEOUT,
		/** The caller gave up. */
		CANCELLED,
		/** The server's answer makes no sense, or is an error that has no kind of its own. */
		PROTOCOL
	}

	/** Refuses nulls. */
	public FenceProblem {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(message);
		Objects.requireNonNull(advice);
	}
}
