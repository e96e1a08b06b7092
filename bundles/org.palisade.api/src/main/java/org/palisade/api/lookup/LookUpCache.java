package org.palisade.api.lookup;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Inventories that were seen before. Used by one thread at a time; other processes may use the same memory at the same time. No method throws when
 * something cannot be read or kept: that costs speed and nothing else.
 */
public interface LookUpCache {

	/** {@return the inventory that is remembered for a key} It stays as it is while the caller uses it, whatever others write meanwhile. */
	Optional<InventoryMap> map(MapKey key);

	/**
	 * Remembers an inventory in place of the one before.
	 *
	 * @param proof when the inventory was seen; every plug that the account can see was
	 * @param plugs all of them; gone through once, from the first to the last
	 */
	void replace(MapKey key, MapProof proof, Collection<MappedPlug> plugs);

	/**
	 * Brings the remembered inventory up to date. Does nothing where there is none, or where somebody else has remembered one since: what is told here is
	 * what differs from another one then.
	 *
	 * @param since the proof of the inventory to which the changes belong; it is known again by its mark
	 * @param proof as of when the inventory is complete with these changes
	 * @param changed plugs that were added, or of which something differs
	 * @param removed the identifiers of plugs that are there no longer
	 */
	void update(MapKey key, MapProof since, MapProof proof, Collection<MappedPlug> changed, Set<String> removed);

	/**
	 * {@return what is remembered about the server at an address} Another server may be there by now.
	 *
	 * @param address host and port
	 */
	default Optional<Map<String, String>> server(String address) {
		return Optional.empty();
	}

	/**
	 * Remembers things about the server at an address in place of what was remembered before.
	 *
	 * @param facts what the back end wants to have back, no secrets; some kilobytes at most
	 */
	default void rememberServer(String address, Map<String, String> facts) {
		// not every memory has room for it
	}

	/** {@return a memory that keeps nothing} */
	static LookUpCache none() {
		return new LookUpCache() {
			@Override
			public Optional<InventoryMap> map(MapKey key) {
				return Optional.empty();
			}

			@Override
			public void replace(MapKey key, MapProof proof, Collection<MappedPlug> plugs) {
				// nothing is kept
			}

			@Override
			public void update(MapKey key, MapProof since, MapProof proof, Collection<MappedPlug> changed, Set<String> removed) {
				// nothing is kept
			}
		};
	}
}
