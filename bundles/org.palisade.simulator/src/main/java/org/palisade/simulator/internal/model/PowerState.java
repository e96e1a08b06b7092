package org.palisade.simulator.internal.model;

import java.util.Optional;

/** The power states of the API; the names of the constants are its wire values. */
@SuppressWarnings("javadoc")
public enum PowerState {
	poweredOn, poweredOff, suspended;

	/** The state of that wire name, or of the short form on, off. */
	public static Optional<PowerState> parse(String text) {
		return switch (text) {
		case "on", "poweredOn" -> Optional.of(poweredOn);
		case "off", "poweredOff" -> Optional.of(poweredOff);
		case "suspended" -> Optional.of(suspended);
		default -> Optional.empty();
		};
	}
}
