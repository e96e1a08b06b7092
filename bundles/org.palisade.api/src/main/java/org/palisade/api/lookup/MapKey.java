package org.palisade.api.lookup;

import java.util.Objects;

/**
 * Whose inventory a map is. Immutable.
 *
 * @param server what tells the server from every other, its {@code instanceUuid} for a vCenter
 * @param account the account, because accounts see different parts of an inventory
 * @param api the API whose identifiers the map holds
 */
public record MapKey(String server, String account, String api) {

	/** Refuses nulls. */
	public MapKey {
		Objects.requireNonNull(server);
		Objects.requireNonNull(account);
		Objects.requireNonNull(api);
	}
}
