package org.palisade.simulator.internal.model;

/** The power states of the API; the names of the constants are its wire values. */
@SuppressWarnings("javadoc")
public enum PowerState {
	poweredOn, poweredOff, suspended
}
