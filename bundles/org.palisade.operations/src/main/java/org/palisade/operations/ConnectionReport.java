package org.palisade.operations;

import java.util.Objects;
import java.util.Optional;

import org.palisade.api.FenceProblem;
import org.palisade.core.engine.FenceOutcome;

/**
 * What a test of a connection found out. Immutable.
 *
 * @param failed the stage that failed; all before it passed, none after it was tried. Empty when all passed
 * @param problem why it failed; empty when all passed
 */
public record ConnectionReport(Optional<ConnectionStage> failed, Optional<FenceProblem> problem) {

	/** Refuses nulls, and a failure without a reason. */
	public ConnectionReport {
		Objects.requireNonNull(failed);
		Objects.requireNonNull(problem);
		if (failed.isPresent() != problem.isPresent()) {
			throw new IllegalArgumentException("a failure has a stage and a problem");
		}
	}

	/** {@return whether that stage was tried and passed} */
	public boolean passed(ConnectionStage stage) {
		return failed.isEmpty() || stage.compareTo(failed.get()) < 0;
	}

	/** {@return what the outcome of a monitor says about the connection} */
	public static ConnectionReport of(OperationResult result) {
		if (!(result.outcome() instanceof FenceOutcome.Failed failure)) {
			return new ConnectionReport(Optional.empty(), Optional.empty());
		}
		FenceProblem problem = failure.problem();
		// A time that ran out or nonsense that was answered tells by how far it got.
		boolean loggedIn = result.entry().phases().stream().anyMatch(timing -> timing.phase() == Phase.LOG_IN && !timing.failed());
		ConnectionStage byProgress = loggedIn ? ConnectionStage.PRIVILEGE : ConnectionStage.LOGIN;
		return new ConnectionReport(Optional.of(ConnectionStage.of(problem.kind()).orElse(byProgress)), Optional.of(problem));
	}
}
