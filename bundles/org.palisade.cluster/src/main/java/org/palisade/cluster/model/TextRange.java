package org.palisade.cluster.model;

/**
 * A stretch of a document's text.
 *
 * @param offset where it begins, in UTF-16 units, from 0
 * @param length how long it is, in UTF-16 units; 0 for a place between two characters
 * @param line the line on which it begins, from 1; 0 for what stands in no document
 */
public record TextRange(int offset, int length, int line) {

	/** What stands in no document, for example because it was made by a conversion. */
	public static final TextRange NONE = new TextRange(0, 0, 0);

	/** {@return the offset behind the last character} */
	public int end() {
		return offset + length;
	}
}
