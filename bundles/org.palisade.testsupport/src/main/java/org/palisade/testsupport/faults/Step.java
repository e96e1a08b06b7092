package org.palisade.testsupport.faults;

/** The steps of a request, in their order. A back end takes those that it needs. */
public enum Step {
	/** The host name becomes an address. */
	RESOLVE,
	/** The connection is made, and what the server is asked before it knows the caller. */
	CONNECT,
	/** The encryption is agreed upon. */
	TLS,
	/** The log-in. */
	LOGIN,
	/** The plug is looked up; for an action without one, what is listed or checked. */
	LOOK_UP,
	/** The plug begins to be watched, where the read before a change is the first answer of a watch. */
	WATCH,
	/** Identity and power state are read. */
	READ,
	/** The power operation before is waited for, where its effect was told before the server was done with it. */
	AWAIT_EARLIER,
	/** The power operation is ordered. */
	POWER,
	/** Its outcome is awaited. */
	WAIT,
	/** The answer comes that tells the outcome together with the state, where that is the read-back. */
	TOLD,
	/** The state is read back by a call of its own. */
	READ_BACK,
	/** The log-out. */
	LOG_OUT
}
