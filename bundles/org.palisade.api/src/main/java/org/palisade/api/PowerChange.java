package org.palisade.api;

/** How a power operation ended, as far as the back end saw it. The core reads the state again before it believes any of it. */
public sealed interface PowerChange {

	/**
	 * The plug was seen in the wanted state after the operation was asked for; after a {@link PowerOperation#CYCLE}, what that operation
	 * demands. By the time the caller looks, somebody else may have changed it again.
	 */
	record Seen() implements PowerChange {
	}

	/**
	 * The server carried the operation out or refused it, and the plug was not seen in the wanted state.
	 *
	 * @param problem what the server said
	 */
	record Failed(FenceProblem problem) implements PowerChange {
	}
}
