package org.palisade.api.lookup;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionValues;

/** Remembers what servers hold. Implementations are thread-safe. */
public interface LookUpService {

	/**
	 * Checks the option {@link org.palisade.api.option.StandardOptions#LOOKUP_CACHE}, without touching a file.
	 *
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when it has no form that can be used
	 */
	void validate(OptionValues options) throws FenceException;

	/**
	 * {@return the memory that the options choose} Never fails: what cannot be read is as if it were not there, and told to the diagnostics once.
	 *
	 * @param options accepted by {@link #validate}
	 * @param diagnostics where to tell what is ignored, for as long as the memory is used
	 */
	LookUpCache open(OptionValues options, Diagnostics diagnostics);
}
