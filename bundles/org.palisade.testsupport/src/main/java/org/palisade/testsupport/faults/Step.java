package org.palisade.testsupport.faults;

/** The steps of a request, in their order. */
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
	/** Identity and power state are read. */
	READ,
	/** The power operation is ordered. */
	POWER,
	/** Its outcome is awaited. */
	WAIT,
	/** The state is read back. */
	READ_BACK,
	/** The log-out. */
	LOG_OUT
}
