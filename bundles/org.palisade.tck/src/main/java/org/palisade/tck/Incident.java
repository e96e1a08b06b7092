package org.palisade.tck;

/** What goes wrong in the life of a server and its plugs. A test bed brings about those that it can. */
public enum Incident {

	/** The server does not answer any more; connections to it stay open, or are accepted and not served. */
	SILENCE,

	/** The server refuses every power operation with an error. */
	REFUSAL,

	/** The server says that a power operation succeeded and does not carry it out. */
	NO_EFFECT,

	/** The plug is gone, and another one that is on has its name. {@link TestBed#power()} tells the state of the other one from now on. */
	REPLACEMENT,

	/** The plug is gone. {@link TestBed#power()} is not asked any more. */
	REMOVAL
}
