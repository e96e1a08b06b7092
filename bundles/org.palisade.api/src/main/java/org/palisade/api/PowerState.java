package org.palisade.api;

/** The power state of a plug, as its server reports it. */
public enum PowerState {

	/** It runs. */
	ON,

	/** It does not run, and holds no state that could be resumed. */
	OFF,

	/** It does not run, and can be resumed where it stopped, with all its stale ideas about shared storage. Never counts as off. */
	SUSPENDED,

	/** The server does not know, or does not say. Never counts as off. */
	UNKNOWN
}
