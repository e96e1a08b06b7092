package org.palisade.cluster.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of a document: some characters are replaced by others. It may put a password into the document, so it does not show itself.
 *
 * @param offset where the characters begin that are replaced, in UTF-16 units
 * @param length how many are replaced; 0 to insert
 * @param replacement what stands there afterwards; empty to remove
 */
public record TextEdit(int offset, int length, String replacement) {

	/** {@return an edit that replaces this stretch} */
	public static TextEdit replace(TextRange range, String replacement) {
		return new TextEdit(range.offset(), range.length(), replacement);
	}

	/** {@return an edit that removes this stretch} */
	public static TextEdit remove(TextRange range) {
		return replace(range, "");
	}

	/** {@return an edit that adds text at an offset} */
	public static TextEdit insert(int offset, String text) {
		return new TextEdit(offset, 0, text);
	}

	/** {@return whether this edit and another one cannot both be applied to the same text} */
	public boolean overlaps(TextEdit other) {
		List<TextEdit> both = sorted(List.of(this, other));
		return both.get(1).offset < both.get(0).offset + both.get(0).length;
	}

	/** {@return the edits in the order of the text, insertions at the same place in the order in which they were given} */
	public static List<TextEdit> sorted(List<TextEdit> edits) {
		List<TextEdit> sorted = new ArrayList<>(edits);
		sorted.sort(Comparator.comparingInt(TextEdit::offset).thenComparing(edit -> edit.length() > 0));
		return sorted;
	}

	/**
	 * {@return the text after all these edits, whose offsets are those of the text before}
	 *
	 * @throws IllegalArgumentException when two of them overlap, or one lies outside the text
	 */
	public static String apply(String text, List<TextEdit> edits) {
		StringBuilder result = new StringBuilder(text.length() + 64);
		int copied = 0;
		for (TextEdit edit : sorted(edits)) {
			if (edit.offset < copied || edit.offset + edit.length > text.length()) {
				throw new IllegalArgumentException("overlapping edits at offset " + edit.offset);
			}
			result.append(text, copied, edit.offset).append(edit.replacement);
			copied = edit.offset + edit.length;
		}
		return result.append(text, copied, text.length()).toString();
	}

	@Override
	public String toString() {
		return "TextEdit[" + offset + "+" + length + "]";
	}
}
