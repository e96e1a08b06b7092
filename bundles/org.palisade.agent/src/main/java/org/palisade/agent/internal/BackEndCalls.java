package org.palisade.agent.internal;

import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;

/** Asks a back end what the agent has to know before the engine takes over, and names the back end when it cannot tell. */
final class BackEndCalls {

	private BackEndCalls() {
	}

	static Set<String> requiredOptions(FenceBackEnd backEnd) throws FenceException {
		try {
			return Set.copyOf(backEnd.requiredOptions());
		} catch (RuntimeException | LinkageError e) {
			throw new FenceException(FenceProblem.Kind.PROTOCOL,
					NLS.bind(Messages.crashed, backEnd.getClass().getName(), e.getClass().getName()), Messages.crashed_advice);
		}
	}
}
