package org.palisade.testsupport.faults;

/** What goes wrong in a step. */
public enum Fault {
	/** The server says no, in its own words. */
	REFUSED,
	/** Nothing comes any more, and the connection stays open. */
	HANG,
	/** The connection breaks in the middle of the answer. */
	RESET,
	/** The answer comes byte by byte. */
	DRIP,
	/** An HTTP status of the 400s instead of an answer. */
	CLIENT_ERROR,
	/** An HTTP status of the 500s instead of an answer. */
	SERVER_ERROR,
	/** The answer is not well-formed. */
	MALFORMED,
	/** The answer ends in its middle, as if that were its end. */
	TRUNCATED,
	/** The answer is well-formed, and its values are of other types than was agreed. */
	WRONG_TYPES,
	/** The server reports an error that nobody has heard of. */
	UNKNOWN_FAULT,
	/** The answer does not end. */
	ENORMOUS,
	/** The session is over. */
	EXPIRED,
	/** The server starts anew: connections, sessions and tasks are lost. */
	RESTART,
	/** The server is another one, by its certificate or key. */
	CERTIFICATE_CHANGED;

	/** {@return whether only a deadline ends it} */
	boolean lastsUntilTheDeadline() {
		return this == HANG || this == DRIP;
	}
}
