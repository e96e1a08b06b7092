package org.palisade.simulator.internal.service;

import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.soap.Answer;

/** A method of the API. Called with the world's lock held. */
@FunctionalInterface
interface VimMethod {

	/** Does what the method does and returns what it answers, which must not read the world any more without the lock. */
	Answer call(Call call) throws VimFault, InterruptedException;
}
