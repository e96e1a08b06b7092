package org.palisade.api.lookup;

import java.time.Instant;
import java.util.Objects;

/**
 * As of when an inventory was complete. Immutable.
 *
 * @param serverTime the moment by the server's clock: nothing that happened before it is missing
 * @param localTime the same moment by this machine's clock, so that a clock that was set can be noticed
 * @param identified whether the UUIDs of all plugs were read, and not only of some
 * @param mark what the back end needs to find that moment in the server's history; at most 200 characters
 */
public record MapProof(Instant serverTime, Instant localTime, boolean identified, String mark) {

	/** Refuses nulls. */
	public MapProof {
		Objects.requireNonNull(serverTime);
		Objects.requireNonNull(localTime);
		if (mark.length() > 200) {
			throw new IllegalArgumentException("the mark is too long");
		}
	}
}
