package org.palisade.core.engine;

import java.time.Duration;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.Pause;

/**
 * What the steps of one run share.
 *
 * @param settings how to behave
 * @param deadline by when the whole run must have ended
 * @param cancellation whether the caller has given up
 * @param diagnostics where to tell what is being done, secrets removed
 * @param redactor knows the secrets
 * @param audit follows the run for the audit trail
 * @param pause how to wait
 * @param sessions where the session comes from
 */
record RunContext(FenceSettings settings, Deadline deadline, Cancellation cancellation, Diagnostics diagnostics, Redactor redactor,
		AuditRecorder audit, Pause pause, SessionOpener sessions) {

	/** Tells in detail what was thrown. */
	void detail(Throwable thrown) {
		diagnostics.detail(redactor.redactForeign(StackTraces.of(thrown)));
	}

	/** Called before each step, so that nothing is begun for a caller who has given up or no longer waits. */
	void checkpoint() throws FenceException {
		if (cancellation.requested() || Thread.currentThread().isInterrupted()) {
			throw Problems.cancelled();
		}
		if (deadline.expired()) {
			throw Problems.runTimedOut();
		}
	}

	void waitFor(Duration duration) throws FenceException {
		if (!duration.isZero()) {
			checkpoint();
			pause.await(deadline.within(duration).remaining(), cancellation);
		}
	}
}
