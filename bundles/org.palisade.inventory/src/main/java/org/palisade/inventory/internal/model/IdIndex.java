package org.palisade.inventory.internal.model;

import java.util.function.IntPredicate;

/** Finds the row of an id: a hash table with linear probing that keeps numbers only. Not thread-safe while it is changed. */
final class IdIndex {

	private static final int SMALLEST = 64;
	private static final int SPREAD = 0x9E3779B9;

	private int[] rows;
	private int[] hashes;
	private int size;

	IdIndex() {
		this(new int[SMALLEST], new int[SMALLEST], 0);
	}

	private IdIndex(int[] rows, int[] hashes, int size) {
		this.rows = rows;
		this.hashes = hashes;
		this.size = size;
	}

	IdIndex copy() {
		return new IdIndex(rows.clone(), hashes.clone(), size);
	}

	private int slot(int hash) {
		return hash * SPREAD >>> Integer.numberOfLeadingZeros(rows.length) + 1;
	}

	private int next(int slot) {
		return slot + 1 & rows.length - 1;
	}

	/**
	 * {@return the row of an id, -1 when there is none}
	 *
	 * @param isIt tells whether a row whose id has the same hash has the same id
	 */
	int find(String id, IntPredicate isIt) {
		int hash = id.hashCode();
		for (int slot = slot(hash); rows[slot] != 0; slot = next(slot)) {
			if (hashes[slot] == hash && isIt.test(rows[slot] - 1)) {
				return rows[slot] - 1;
			}
		}
		return -1;
	}

	/** Adds a row whose id is not in it. */
	void add(String id, int row) {
		if (size * 3 > rows.length * 2) {
			grow();
		}
		put(id.hashCode(), row + 1);
		size++;
	}

	private void put(int hash, int rowAndOne) {
		int slot = slot(hash);
		while (rows[slot] != 0) {
			slot = next(slot);
		}
		rows[slot] = rowAndOne;
		hashes[slot] = hash;
	}

	private void grow() {
		int[] oldRows = rows;
		int[] oldHashes = hashes;
		rows = new int[oldRows.length * 2];
		hashes = new int[rows.length];
		for (int i = 0; i < oldRows.length; i++) {
			if (oldRows[i] != 0) {
				put(oldHashes[i], oldRows[i]);
			}
		}
	}

	/** Removes a row that is in it. What stands behind it moves up, so that no search ends early. */
	void remove(String id, int row) {
		int hole = slot(id.hashCode());
		while (rows[hole] != row + 1) {
			hole = next(hole);
		}
		for (int slot = next(hole); rows[slot] != 0; slot = next(slot)) {
			int home = slot(hashes[slot]);
			int fromHome = slot - home & rows.length - 1;
			int fromHole = slot - hole & rows.length - 1;
			if (fromHome >= fromHole) {
				rows[hole] = rows[slot];
				hashes[hole] = hashes[slot];
				hole = slot;
			}
		}
		rows[hole] = 0;
		size--;
	}
}
