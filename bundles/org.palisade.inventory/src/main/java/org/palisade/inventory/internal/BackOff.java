package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.Optional;

import org.palisade.api.FenceProblem;

/** How long to wait before the next attempt to connect. Used by one thread. */
final class BackOff {

	private static final Duration FIRST = Duration.ofSeconds(1);
	private static final Duration LONGEST = Duration.ofMinutes(1);

	/**
	 * Longer than the interval in which a vCenter counts refused log-ins before it locks the account (three minutes by default), which may be the
	 * one that fences.
	 */
	private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

	private Duration next = FIRST;
	private boolean everLoggedIn;

	/** The log-in succeeded. */
	void loggedIn() {
		everLoggedIn = true;
	}

	/** All went well: whatever fails now begins a new row of failures. */
	void reset() {
		next = FIRST;
	}

	/** {@return the pause after a log-in that failed; empty when there is to be none, because the same would happen again} */
	Optional<Duration> afterFailedLogIn(FenceProblem problem) {
		return switch (problem.kind()) {
		case OPTION -> Optional.empty();
		// What was accepted once may be again: a vCenter that is starting refuses everybody.
		case LOGIN, PRIVILEGE -> everLoggedIn ? Optional.of(AFTER_REFUSAL) : Optional.empty();
		default -> Optional.of(step());
		};
	}

	/** {@return the pause after a session that ended} */
	Duration afterLostSession() {
		return step();
	}

	private Duration step() {
		Duration pause = next;
		Duration doubled = next.multipliedBy(2);
		next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
		return pause;
	}
}
