package org.palisade.api;

import java.util.Objects;
import java.util.Optional;

/**
 * One plug as its server knows it. Immutable.
 *
 * @param id what the server addresses it by; stable for the duration of a session. For vSphere the value of the managed object
 *            reference
 * @param name its name, decoded for display
 * @param path its full path in the inventory, for telling candidates apart; the name where the server knows no paths
 * @param uuids what identifies the same object across renames and moves, in the server's notation, joined by a blank when there are
 *            several; empty where the server knows none. For vSphere the instance UUID and the BIOS UUID
 * @param template whether it is a template, which is never fenced
 */
public record Plug(String id, String name, String path, Optional<String> uuids, boolean template) {

	/** Refuses nulls. */
	public Plug {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(path);
		Objects.requireNonNull(uuids);
	}

	/**
	 * {@return whether {@code other} is the same plug under the same name} A path may differ: a virtual machine that was moved to
	 * another folder or host between two reads is still the one that was meant.
	 */
	public boolean hasIdentityOf(Plug other) {
		return id.equals(other.id) && name.equals(other.name) && uuids.equals(other.uuids);
	}
}
