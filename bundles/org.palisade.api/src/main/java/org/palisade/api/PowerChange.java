package org.palisade.api;

import java.util.Objects;
import java.util.Optional;

/** How a power operation ended, as far as the back end saw it. The core believes none of it before it has a state read back. */
public sealed interface PowerChange {

	/**
	 * The plug was seen in the wanted state after the operation was asked for; after a {@link PowerOperation#CYCLE}, what that operation
	 * demands. By the time the caller looks, somebody else may have changed it again.
	 *
	 * @param readBack identity and power state, when the server told both, as of one moment after the operation was asked for: what a {@link
	 *            FenceSession#read} would have read at that moment. The caller need not read again then; it judges the state in the same way. Empty
	 *            when only the outcome is known
	 */
	record Seen(Optional<PlugState> readBack) implements PowerChange {

		/** Refuses null. */
		public Seen {
			Objects.requireNonNull(readBack);
		}

		/** An outcome that the caller has to read back. */
		public Seen() {
			this(Optional.empty());
		}
	}

	/**
	 * The server carried the operation out or refused it, and the plug was not seen in the wanted state.
	 *
	 * @param problem what the server said
	 */
	record Failed(FenceProblem problem) implements PowerChange {
	}
}
