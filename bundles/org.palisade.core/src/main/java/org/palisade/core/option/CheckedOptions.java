package org.palisade.core.option;

import java.util.List;

import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionValues;

/** The result of checking what a caller wrote. */
public sealed interface CheckedOptions {

	/**
	 * Everything is sound.
	 *
	 * @param values the values, defaults included
	 * @param warnings what the user should know nevertheless, a sentence each without a full stop
	 */
	record Accepted(OptionValues values, List<String> warnings) implements CheckedOptions {
		/** Copies the list. */
		public Accepted {
			warnings = List.copyOf(warnings);
		}
	}

	/**
	 * Something is wrong.
	 *
	 * @param problems all that is wrong, of kind OPTION
	 */
	record Rejected(List<FenceProblem> problems) implements CheckedOptions {
		/** Copies the list. */
		public Rejected {
			problems = List.copyOf(problems);
		}
	}
}
