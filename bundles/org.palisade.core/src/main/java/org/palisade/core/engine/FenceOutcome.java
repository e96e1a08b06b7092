package org.palisade.core.engine;

import java.util.Objects;

import org.palisade.api.FenceProblem;

/** How a request ended. */
public sealed interface FenceOutcome {

	/** What a successful request achieved or found out. */
	enum Achievement {
		/** It was off, or not verifiably on, and is on. */
		POWERED_ON,
		/** It was on already; nothing was done. */
		ALREADY_ON,
		/** It was powered off, and was seen off since. */
		POWERED_OFF,
		/** It was off already, beyond doubt; nothing was done. */
		ALREADY_OFF,
		/** The off part is verified; the on part may have failed, which was a warning then. */
		REBOOTED,
		/** It is on, or suspended, which is not off. */
		IS_ON,
		/** It is off beyond doubt. */
		IS_OFF,
		/** Fencing would work. */
		USABLE,
		/** All rows were handed over. */
		LISTED,
		/** The options are sound. */
		VALID
	}

	/**
	 * The request was carried out and verified.
	 *
	 * @param achievement what came of it
	 */
	record Succeeded(Achievement achievement) implements FenceOutcome {
		/** Refuses null. */
		public Succeeded {
			Objects.requireNonNull(achievement);
		}
	}

	/**
	 * The request was not carried out, or it is not known whether it was.
	 *
	 * @param problem why, without secrets
	 */
	record Failed(FenceProblem problem) implements FenceOutcome {
		/** Refuses null. */
		public Failed {
			Objects.requireNonNull(problem);
		}
	}
}
