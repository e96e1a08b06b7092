package org.palisade.api;

import java.time.Duration;
import java.util.Objects;

import org.palisade.api.time.Cancellation;

/**
 * What a session gets from its caller for its whole life. Immutable.
 *
 * @param cancellation when requested, a running call of the session ends promptly with a problem of kind
 *            {@link FenceProblem.Kind#CANCELLED}; {@link FenceSession#close} still works
 * @param diagnostics where the session tells what it is doing
 * @param answerLimit how long a single answer of the server may take, unless a call's deadline is earlier
 */
public record SessionContext(Cancellation cancellation, Diagnostics diagnostics, Duration answerLimit) {

	/** Refuses nulls. */
	public SessionContext {
		Objects.requireNonNull(cancellation);
		Objects.requireNonNull(diagnostics);
		Objects.requireNonNull(answerLimit);
	}
}
