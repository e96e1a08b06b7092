package org.palisade.inventory.internal.model;

import java.util.Map;

/** So many rows, packed one after the other. Immutable; a change makes a new chunk and leaves the old one to the snapshots that have it. */
final class Chunk {

	/** Few enough that a change copies some kilobytes only, and so many that what a chunk itself costs does not count. */
	static final int ROWS = 256;

	static final Chunk EMPTY = new Chunk(new byte[0], new int[ROWS + 1]);

	/** In the place of the bytes of a row that is to go. */
	static final byte[] NO_ROW = new byte[0];

	private final byte[] data;
	private final int[] begin;

	private Chunk(byte[] data, int[] begin) {
		this.data = data;
		this.begin = begin;
	}

	/** {@return this chunk with some rows replaced} The keys are the rows' numbers within the chunk. */
	Chunk with(Map<Integer, byte[]> replaced) {
		int[] newBegin = new int[ROWS + 1];
		for (int i = 0; i < ROWS; i++) {
			byte[] row = replaced.get(i);
			newBegin[i + 1] = newBegin[i] + (row == null ? begin[i + 1] - begin[i] : row.length);
		}
		byte[] newData = new byte[newBegin[ROWS]];
		for (int i = 0; i < ROWS; i++) {
			byte[] row = replaced.get(i);
			System.arraycopy(row == null ? data : row, row == null ? begin[i] : 0, newData, newBegin[i], newBegin[i + 1] - newBegin[i]);
		}
		return new Chunk(newData, newBegin);
	}

	boolean hasRow(int number) {
		return begin[number + 1] > begin[number];
	}

	/** {@return the row, read by a reader that is moved to it} */
	Row row(int number, Row reader) {
		return reader.moveTo(data, begin[number]);
	}
}
