package org.palisade.api.lookup;

import java.util.List;
import java.util.Optional;

/**
 * One inventory as it was at a moment. Each method costs the same at any size. Used by one thread at a time.
 * <p>
 * When a part turns out to be damaged, the whole map counts as empty from then on, and {@link #isUsable} says so.
 */
public interface InventoryMap extends AutoCloseable {

	/** {@return when it was seen} */
	MapProof proof();

	/** {@return how many plugs it holds} */
	int size();

	/** {@return the plugs of exactly this name, decoded for display} */
	List<MappedPlug> named(String name);

	/** {@return the plugs of which one UUID is this one, whatever the case of its letters} */
	List<MappedPlug> withUuid(String uuid);

	/** {@return the plug of an identifier} */
	Optional<MappedPlug> plug(String id);

	/** {@return whether nothing of what was asked so far was damaged} An answer counts only if this is true after it. */
	boolean isUsable();

	/** Lets go of the file. */
	@Override
	void close();
}
