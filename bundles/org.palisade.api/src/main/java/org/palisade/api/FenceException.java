package org.palisade.api;

import java.util.Objects;

/** A {@link FenceProblem} on its way to the user. Its message is that of the problem and holds no secrets. */
public final class FenceException extends Exception {

	private static final long serialVersionUID = 1L;

	private final FenceProblem problem;

	/**
	 * @param problem what went wrong
	 */
	public FenceException(FenceProblem problem) {
		this(problem, null);
	}

	/**
	 * @param problem what went wrong
	 * @param cause what it came from, for a debug log; must not hold secrets
	 */
	public FenceException(FenceProblem problem, Throwable cause) {
		super(problem.message(), cause);
		this.problem = Objects.requireNonNull(problem);
	}

	/**
	 * @param kind which of the ways of going wrong it was
	 * @param message what happened
	 * @param advice what to do about it, may be empty
	 */
	public FenceException(FenceProblem.Kind kind, String message, String advice) {
		this(new FenceProblem(kind, message, advice));
	}

	/** {@return what went wrong} */
	public FenceProblem problem() {
		return problem;
	}
}
