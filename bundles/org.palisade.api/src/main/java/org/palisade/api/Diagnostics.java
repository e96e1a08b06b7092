package org.palisade.api;

/**
 * Where a back end tells what it is doing. Implementations are thread-safe. Nothing secret may be handed to it: no password, session
 * cookie or ticket.
 */
public interface Diagnostics {

	/** Something the user should know though the operation goes on. One sentence in the user's language, without a full stop. */
	void warning(String message);

	/** A step or a summary of a protocol exchange, shown when the user asked for details. */
	void detail(String message);

	/** {@return diagnostics that are thrown away} */
	static Diagnostics none() {
		return new Diagnostics() {
			@Override
			public void warning(String message) {
				// thrown away
			}

			@Override
			public void detail(String message) {
				// thrown away
			}
		};
	}
}
