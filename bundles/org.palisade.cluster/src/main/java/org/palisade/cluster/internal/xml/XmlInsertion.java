package org.palisade.cluster.internal.xml;

import java.util.List;
import java.util.Optional;

import org.palisade.cluster.internal.text.LineIndex;
import org.palisade.cluster.model.InsertionPoint;

/** Finds the places where a document can grow so that it looks as if it had always been so. */
public final class XmlInsertion {

	private static final String STEP = "  ";

	private final LineIndex lines;

	/** @param document the document that is to grow */
	public XmlInsertion(XmlDocument document) {
		this.lines = document.lines();
	}

	/** {@return where an attribute can be added to an element} */
	public static InsertionPoint attribute(XmlElement element) {
		List<XmlAttribute> attributes = element.attributes();
		int offset = attributes.isEmpty() ? element.startTag().offset() + 1 + element.name().length()
				: attributes.get(attributes.size() - 1).whole().end();
		return new InsertionPoint(offset, 0, " ", "");
	}

	/** {@return where an element can be added to another, behind all that are in it} */
	public InsertionPoint child(XmlElement parent) {
		return child(parent, "", "");
	}

	/**
	 * {@return where an element can be added to the container of that name in another element, which is made if it is not there}
	 *
	 * @param container the container, if there is one
	 * @param startTag the start tag to make it with
	 */
	public InsertionPoint child(XmlElement parent, Optional<XmlElement> container, String startTag, String endTag) {
		return container.isPresent() ? child(container.get()) : child(parent, startTag, endTag);
	}

	private InsertionPoint child(XmlElement parent, String startTag, String endTag) {
		String outer = lines.lineBreak() + lines.indentOf(parent.startTag().offset());
		String before = outer + STEP + startTag;
		String after = endTag;
		if (!startTag.isEmpty()) {
			before += outer + STEP + STEP;
			after = outer + STEP + endTag;
		}
		if (parent.isEmptyTag()) {
			return new InsertionPoint(parent.startTag().end() - 2, 2, ">" + before, after + outer + "</" + parent.name() + ">");
		}
		List<XmlElement> children = parent.children();
		if (children.isEmpty()) {
			// What stands there, white space or a comment, stays.
			return new InsertionPoint(parent.startTag().end(), 0, before, after);
		}
		XmlElement last = children.get(children.size() - 1);
		String indent = lines.lineBreak() + lines.indentOf(last.startTag().offset());
		return new InsertionPoint(last.whole().end(), 0, startTag.isEmpty() ? indent : before, after);
	}
}
