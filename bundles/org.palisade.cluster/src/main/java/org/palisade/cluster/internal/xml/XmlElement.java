package org.palisade.cluster.internal.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.palisade.cluster.model.TextRange;

/** An element. Complete when it is handed out, and not changed afterwards. */
public final class XmlElement {

	private final String name;
	private final List<XmlAttribute> attributes;
	private final List<XmlElement> children = new ArrayList<>();
	private final TextRange startTag;
	private int end;
	private int contentEnd;

	XmlElement(String name, List<XmlAttribute> attributes, TextRange startTag) {
		this.name = name;
		this.attributes = List.copyOf(attributes);
		this.startTag = startTag;
		closeAt(startTag.end(), startTag.end());
	}

	void add(XmlElement child) {
		children.add(child);
	}

	void closeAt(int endTagStart, int endTagEnd) {
		contentEnd = endTagStart;
		end = endTagEnd;
	}

	/** {@return its name as it is written, prefix included} */
	public String name() {
		return name;
	}

	/** {@return its attributes in the order of the text} */
	public List<XmlAttribute> attributes() {
		return attributes;
	}

	/** {@return the elements in it, in the order of the text} */
	public List<XmlElement> children() {
		return List.copyOf(children);
	}

	/** {@return the elements of that name that are directly in it} */
	public Stream<XmlElement> children(String childName) {
		return children.stream().filter(child -> child.name.equals(childName));
	}

	/** {@return the elements of that name in it, however deep, in the order of the text} */
	public Stream<XmlElement> descendants(String descendantName) {
		return children.stream().flatMap(child -> Stream.concat(child.name.equals(descendantName) ? Stream.of(child) : Stream.empty(),
				child.descendants(descendantName)));
	}

	/** {@return the attribute of that name} */
	public Optional<XmlAttribute> attribute(String attributeName) {
		return attributes.stream().filter(attribute -> attribute.name().equals(attributeName)).findFirst();
	}

	/** {@return the value of the attribute of that name, empty text when there is none} */
	public String value(String attributeName) {
		return attribute(attributeName).map(XmlAttribute::value).orElse("");
	}

	/** {@return the start tag, or the tag of an empty element} */
	public TextRange startTag() {
		return startTag;
	}

	/** {@return everything from the start tag to the end tag} */
	public TextRange whole() {
		return new TextRange(startTag.offset(), end - startTag.offset(), startTag.line());
	}

	/** {@return whether it is written as an empty element, {@code <a/>}} */
	public boolean isEmptyTag() {
		return end == startTag.end();
	}

	/** {@return the offset at which its end tag begins; for an empty tag the end of that tag} */
	public int contentEnd() {
		return contentEnd;
	}
}
