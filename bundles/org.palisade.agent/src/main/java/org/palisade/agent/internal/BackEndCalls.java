package org.palisade.agent.internal;

import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.core.backend.Provider;

/** Asks a back end what the agent has to know before the engine takes over, and names the back end when it cannot tell. */
final class BackEndCalls {

	private BackEndCalls() {
	}

	static Set<String> requiredOptions(FenceBackEnd backEnd) throws FenceException {
		try {
			return Set.copyOf(backEnd.requiredOptions());
		} catch (RuntimeException | LinkageError e) {
			throw new FenceException(FenceProblem.Kind.PROTOCOL,
					NLS.bind(Messages.crashed, Provider.describe(backEnd), Provider.reason(e)), Messages.crashed_advice);
		}
	}
}
