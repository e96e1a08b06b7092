package org.palisade.api.inventory;

import java.util.List;
import java.util.Objects;

/**
 * What has changed, in one step. An object is in one of the lists at most, and once. Only real differences are here: an object that was read again
 * and found as it was is not. Immutable.
 *
 * @param added objects that were not there before
 * @param changed objects of which something differs
 * @param removed objects that are there no longer, or can no longer be seen, as they were last known
 * @param snapshot the inventory after this step; the one before it differs from this by exactly these lists
 */
public record InventoryBatch(List<InventoryObject> added, List<Change> changed, List<InventoryObject> removed, InventorySnapshot snapshot) {

	/**
	 * A difference. Both have the same id and kind.
	 *
	 * @param before as it was
	 * @param after as it is
	 */
	public record Change(InventoryObject before, InventoryObject after) {

		/** Refuses nulls. */
		public Change {
			Objects.requireNonNull(before);
			Objects.requireNonNull(after);
		}
	}

	/** Copies the lists. */
	public InventoryBatch {
		added = List.copyOf(added);
		changed = List.copyOf(changed);
		removed = List.copyOf(removed);
		Objects.requireNonNull(snapshot);
	}
}
