package org.palisade.agent;

import org.palisade.api.FenceException;

/**
 * Learns of each power operation of a request before it is asked for, and afterwards of what came of it, so that somebody else can bring
 * the request to its end without repeating any of them. Each entry is one line of ASCII. All of them in their order, a line each, are
 * what an agent of its own process takes over from when they are in its environment variable {@value #VARIABLE}.
 */
public interface PowerJournal {

	/** The environment variable from which a fence agent takes over. */
	String VARIABLE = "PALISADE_TAKE_OVER";

	/**
	 * Returns when the operation may be asked for.
	 *
	 * @throws FenceException of kind CANCELLED when it may not, because nobody would know of it
	 */
	void before(String entry) throws FenceException;

	/** The operation has ended: it was seen to have its effect, or was refused. What ended otherwise may still be under way. */
	void after(String entry);
}
