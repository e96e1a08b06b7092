package org.palisade.inventory.internal.model;

import java.util.Arrays;

/** Numbers of rows, as many as there are. */
final class RowList {

	static final int[] NONE = {};

	private static final int SMALLEST = 8;

	private int[] rows = new int[SMALLEST];
	private int size;

	void add(int row) {
		if (size == rows.length) {
			rows = Arrays.copyOf(rows, size * 2);
		}
		rows[size++] = row;
	}

	int[] toArray() {
		return Arrays.copyOf(rows, size);
	}
}
