package org.palisade.inventory.internal.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventorySnapshot;

/**
 * The inventory that a feed keeps. Changed by one thread, in {@linkplain Edit edits}; its snapshot is read by any.
 * <p>
 * For reading everything again it knows which objects have not been heard of since.
 */
public final class InventoryModel {

	private volatile CompactSnapshot snapshot = CompactSnapshot.EMPTY;
	private final Deque<Integer> freeRows = new ArrayDeque<>();
	private int usedRows;
	private final BitSet unconfirmed = new BitSet();

	/** {@return the inventory as it is now} */
	public InventorySnapshot snapshot() {
		return snapshot;
	}

	/** {@return whether there is no object} */
	public boolean isEmpty() {
		return Arrays.stream(snapshot.counts()).allMatch(count -> count == 0);
	}

	/**
	 * {@return the machines that are known now, in no order, each made into something when it is come to, so that they are never all there at once}
	 *
	 * @param <T> what is made of them
	 */
	public <T> Collection<T> machines(Function<InventoryObject, T> form) {
		return snapshot.machines(form);
	}

	/** Says whether everything is known. */
	public void complete(boolean isComplete) {
		snapshot = snapshot.complete(isComplete);
	}

	/** {@return a new set of changes} */
	public Edit edit() {
		return new Edit(this);
	}

	/** Has every object count as not heard of since. */
	public void doubtAll() {
		for (int row = 0; row < snapshot.rows(); row++) {
			unconfirmed.set(row, snapshot.hasRow(row));
		}
	}

	/** Removes what was not heard of since {@link #doubtAll}. */
	public Optional<InventoryBatch> removeUnconfirmed() {
		Edit edit = edit();
		Row reader = new Row();
		for (int row = unconfirmed.nextSetBit(0); row >= 0; row = unconfirmed.nextSetBit(row + 1)) {
			edit.remove(snapshot.row(row, reader).id());
		}
		return edit.commit();
	}

	CompactSnapshot current() {
		return snapshot;
	}

	void publish(CompactSnapshot next) {
		snapshot = next;
	}

	/** What is put or removed has been heard of. */
	void confirm(int row) {
		unconfirmed.clear(row);
	}

	int takeRow() {
		return freeRows.isEmpty() ? usedRows++ : freeRows.pop();
	}

	void freeRow(int row) {
		freeRows.push(row);
	}

	/** {@return whether two states of an object lie in the same place under the same name} */
	static boolean sameRelations(InventoryObject one, InventoryObject other) {
		return one.name().equals(other.name()) && one.parent().equals(other.parent()) && host(one).equals(host(other));
	}

	private static Optional<String> host(InventoryObject object) {
		return object instanceof InventoryObject.VirtualMachine machine ? machine.details().flatMap(InventoryObject.MachineDetails::host)
				: Optional.empty();
	}
}
