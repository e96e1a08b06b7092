package org.palisade.operations;

import java.util.Optional;

import org.palisade.api.FenceProblem;

/** What has to work one after the other before anything can be fenced. */
public enum ConnectionStage {

	/** The connection is described well enough to try. */
	OPTIONS,
	/** The name of the server resolves. */
	DNS,
	/** A connection is made. */
	TCP,
	/** The server's certificate or host key is trusted. */
	TLS,
	/** The server accepts user and password. */
	LOGIN,
	/** The user may power virtual machines. */
	PRIVILEGE;

	/** {@return the stage at which a problem of that kind arises; empty when that kind does not tell} */
	static Optional<ConnectionStage> of(FenceProblem.Kind kind) {
		return switch (kind) {
			case OPTION -> Optional.of(OPTIONS);
			case DNS -> Optional.of(DNS);
			case TCP -> Optional.of(TCP);
			case TLS, TRUST -> Optional.of(TLS);
			case LOGIN, NOT_OFFERED -> Optional.of(LOGIN);
			case PRIVILEGE, NOT_FOUND, AMBIGUOUS, REFUSED -> Optional.of(PRIVILEGE);
			case TASK, UNVERIFIED, TIMEOUT, CANCELLED, PROTOCOL -> Optional.empty();
		};
	}
}
