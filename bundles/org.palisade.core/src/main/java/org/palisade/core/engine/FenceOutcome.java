package org.palisade.core.engine;

import java.util.List;
import java.util.Objects;

import org.palisade.api.FenceProblem;

/** How a request ended. */
public sealed interface FenceOutcome {

	/** {@return what came of each plug; empty when the request was about no more than one} */
	List<PlugOutcome> plugs();

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
	 * @param plugs what came of each plug; empty when the request was about no more than one
	 */
	record Succeeded(Achievement achievement, List<PlugOutcome> plugs) implements FenceOutcome {
		/** Refuses nulls and copies the list. */
		public Succeeded {
			Objects.requireNonNull(achievement);
			plugs = List.copyOf(plugs);
		}

		/** The success of a request that was about no more than one plug. */
		public Succeeded(Achievement achievement) {
			this(achievement, List.of());
		}
	}

	/**
	 * The request was not carried out, or it is not known whether it was.
	 *
	 * @param problem why, without secrets
	 * @param plugs what came of each plug as far as the run got; empty when the request was about no more than one
	 */
	record Failed(FenceProblem problem, List<PlugOutcome> plugs) implements FenceOutcome {
		/** Refuses nulls and copies the list. */
		public Failed {
			Objects.requireNonNull(problem);
			plugs = List.copyOf(plugs);
		}

		/** The failure of a request that was about no more than one plug. */
		public Failed(FenceProblem problem) {
			this(problem, List.of());
		}
	}

	/**
	 * What came of one of several plugs.
	 *
	 * @param plug its path; what the caller wrote when it does not exist
	 * @param outcome how it ended
	 */
	record PlugOutcome(String plug, FenceOutcome outcome) {
		/** Refuses nulls. */
		public PlugOutcome {
			Objects.requireNonNull(plug);
			Objects.requireNonNull(outcome);
		}
	}
}
