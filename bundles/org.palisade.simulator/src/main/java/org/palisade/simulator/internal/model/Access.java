package org.palisade.simulator.internal.model;

/** What the account may do with a virtual machine; each includes those before. */
public enum Access {
	/** Nothing: it is not even seen. */
	NONE,
	/** System.View: only its name and place are seen. */
	VIEW,
	/** System.Read: its properties are seen. */
	READ,
	/** Everything. */
	FULL
}
