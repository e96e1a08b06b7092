package org.palisade.api;

import java.util.Objects;

/**
 * A row of a listing. Immutable.
 *
 * @param name the name by which the plug can be fenced, decoded for display
 * @param alias a second name by which it can be fenced, the BIOS UUID for vSphere; empty when there is none
 * @param power its power state; {@link PowerState#UNKNOWN} where the listing did not ask for it
 */
public record ListedPlug(String name, String alias, PowerState power) {

	/** Refuses nulls. */
	public ListedPlug {
		Objects.requireNonNull(name);
		Objects.requireNonNull(alias);
		Objects.requireNonNull(power);
	}
}
