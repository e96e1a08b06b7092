package org.palisade.cluster.model;

/**
 * Where something can be added to a document.
 *
 * @param offset the place, in UTF-16 units
 * @param replaced how many characters there give way, for example those that close an empty element
 * @param before what has to stand before it, white space or an element that is opened
 * @param after what has to stand behind it
 */
public record InsertionPoint(int offset, int replaced, String before, String after) {

	/** In no document. */
	public static final InsertionPoint NONE = new InsertionPoint(0, 0, "", "");

	/** {@return the edit that adds this text} */
	public TextEdit insert(String text) {
		return new TextEdit(offset, replaced, before + text + after);
	}
}
