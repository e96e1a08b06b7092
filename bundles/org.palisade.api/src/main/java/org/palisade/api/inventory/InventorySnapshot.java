package org.palisade.api.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An inventory as it was at one moment. Immutable and thread-safe: it may be read by a UI thread while the feed goes on, and kept, for example as
 * the input of a view, for as long as it is shown.
 * <p>
 * It is compact: objects are made when they are asked for, and equal objects of two snapshots are equal but not the same. The lists that it
 * returns are immutable, know their size, and make each element when it is fetched.
 */
public interface InventorySnapshot {

	/**
	 * {@return whether everything had been read, so that what is missing here does not exist} False during the first load, and after contact was
	 * lost until everything has been read again.
	 */
	boolean isComplete();

	/** {@return how many objects of a kind there are} Costs the same at any size. */
	int count(InventoryObject.Kind kind);

	/** {@return the object of an id} Costs the same at any size. */
	Optional<InventoryObject> object(String id);

	/** {@return the objects whose parent is not in the inventory, in the order of {@link #children}: the root folder as a rule} */
	List<InventoryObject> roots();

	/**
	 * {@return the objects whose parent has this id, by name, those whose names differ in upper and lower case at most by id} The order of names is
	 * the {@linkplain NaturalOrder natural} one: {@code node9} is before {@code node10}. Ten thousand children cost some milliseconds, once for each
	 * parent and snapshot.
	 */
	List<InventoryObject> children(String id);

	/** {@return the machines that are registered with a host, in the order of {@link #children}} */
	List<InventoryObject> machinesOn(String hostId);

	/**
	 * {@return the inventory path of an object, {@code /Datacenter/vm/node1} for example, as far up as the account may see} Names in it are in
	 * the server's form, with {@code %2f} for a slash, so that it can be given as a plug. The root folder is not part of a path; its own is
	 * {@code /}. Empty when there is no such object.
	 */
	String path(String id);

	/**
	 * Looks for a text as a user types it.
	 *
	 * @param text a part of the name, of the path, of a UUID or of the IP address; upper and lower case are the same. An empty one matches
	 *            everything
	 * @param kinds the kinds of objects to look at
	 * @return what matches, in the order of {@link #children}, in one pass of some milliseconds for ten thousand objects; the first one that finds
	 *         thousands takes longer, and again after names have changed
	 */
	List<InventoryObject> find(String text, Set<InventoryObject.Kind> kinds);
}
