package org.palisade.cluster.internal.xml;

import java.util.List;

import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.model.TextRange;

/**
 * A document.
 *
 * @param root its root element
 * @param comments where its comments are
 * @param lines its lines
 */
public record XmlDocument(XmlElement root, List<TextRange> comments, LineIndex lines) {

	/** Copies the list. */
	public XmlDocument {
		comments = List.copyOf(comments);
	}
}
