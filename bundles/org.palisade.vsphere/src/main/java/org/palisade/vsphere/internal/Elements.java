package org.palisade.vsphere.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over the elements of a document, by name and namespace, never by prefix. Refuses document types, and depths at which only an
 * attack would be.
 */
final class Elements {

	private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
	private static final String XSD = "http://www.w3.org/2001/XMLSchema";
	private static final int DEEPEST = 128;
	private static final int LONGEST_TEXT = 1 << 24;

	/** What {@code xsi:type} says; the prefix is empty where there is none. */
	private record TypeName(String prefix, String localName) {

		static TypeName of(String text) {
			int colon = text.indexOf(':');
			return new TypeName(colon < 0 ? "" : text.substring(0, colon).trim(), text.substring(colon + 1).trim());
		}
	}

	private final XMLStreamReader xml;
	private final RepeatedTexts texts = new RepeatedTexts();
	private final Map<String, TypeName> typeNames = new HashMap<>();
	private int depth;

	Elements(XMLStreamReader xml) {
		this.xml = xml;
	}

	/** Enters the root element, which must have this name. */
	void enterRoot(String namespace, String name) throws XMLStreamException, MalformedAnswer {
		int event = next();
		while (event != XMLStreamConstants.START_ELEMENT) {
			event = next();
		}
		if (!is(namespace, name)) {
			throw new MalformedAnswer("not a SOAP message");
		}
	}

	/** Enters the next child of this name, skipping others. */
	void enter(String namespace, String name) throws XMLStreamException, MalformedAnswer {
		while (nextChild()) {
			if (is(namespace, name)) {
				return;
			}
			skip();
		}
		throw new MalformedAnswer("no element " + name);
	}

	/** {@return whether there is another child of the current element} It is entered; otherwise the current element is left. */
	boolean nextChild() throws XMLStreamException, MalformedAnswer {
		while (true) {
			int event = next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				return true;
			}
			if (event == XMLStreamConstants.END_ELEMENT) {
				return false;
			}
		}
	}

	/** {@return the text of the current element, those of its children left out} The element is left. */
	String text() throws XMLStreamException, MalformedAnswer {
		String first = "";
		StringBuilder more = null;
		while (true) {
			switch (next()) {
			case XMLStreamConstants.END_ELEMENT -> {
				return more == null ? first : more.toString();
			}
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
				if (first.isEmpty()) {
					first = texts.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
				} else {
					more = append(more == null ? new StringBuilder(first) : more, xml.getText());
				}
			}
			case XMLStreamConstants.START_ELEMENT -> skip();
			default -> {
				// a comment or a processing instruction
			}
			}
		}
	}

	private static StringBuilder append(StringBuilder text, String more) throws MalformedAnswer {
		if (text.length() + more.length() > LONGEST_TEXT) {
			throw new MalformedAnswer("a text is too long");
		}
		return text.append(more);
	}

	/** Leaves the current element, whatever is in it. */
	void skip() throws XMLStreamException, MalformedAnswer {
		int outside = depth - 1;
		while (depth > outside) {
			next();
		}
	}

	/** Reads to the end of the document, so that one that was cut off is noticed. */
	void expectEnd() throws XMLStreamException, MalformedAnswer {
		while (xml.hasNext()) {
			next();
		}
	}

	/** The platform's parser has no words for a character that is out of place in a document type, and looks for them in vain. */
	private int advance() throws XMLStreamException, MalformedAnswer {
		try {
			return xml.next();
		} catch (MissingResourceException wordless) {
			throw new MalformedAnswer("a document type or an entity");
		}
	}

	private int next() throws XMLStreamException, MalformedAnswer {
		int event = advance();
		switch (event) {
		case XMLStreamConstants.START_ELEMENT -> {
			depth++;
			if (depth > DEEPEST) {
				throw new MalformedAnswer("nested too deeply");
			}
		}
		case XMLStreamConstants.END_ELEMENT -> depth--;
		case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new MalformedAnswer("a document type or an entity");
		case XMLStreamConstants.END_DOCUMENT -> {
			if (depth > 0) {
				throw new MalformedAnswer("cut off");
			}
		}
		default -> {
			// text, a comment or a processing instruction
		}
		}
		return event;
	}

	boolean is(String namespace, String name) {
		return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
	}

	String localName() {
		return xml.getLocalName();
	}

	/** {@return an attribute without a namespace, null when it is absent} */
	String attribute(String name) {
		return xml.getAttributeValue(null, name);
	}

	boolean isNil() {
		String nil = instanceAttribute("nil");
		return nil != null && (nil.equals("true") || nil.equals("1"));
	}

	/** {@return the local name of the type that the element says it has, null when it says none} */
	String typeName() {
		String text = instanceAttribute("type");
		return text == null ? null : typeNames.computeIfAbsent(text, TypeName::of).localName();
	}

	/** Most elements have no attributes at all, and a search by name is expensive. */
	private String instanceAttribute(String name) {
		return xml.getAttributeCount() == 0 ? null : xml.getAttributeValue(XSI, name);
	}

	/** {@return whether the type that the element says it has is one of XML Schema} */
	boolean hasSchemaType() {
		TypeName name = typeNames.computeIfAbsent(xml.getAttributeValue(XSI, "type"), TypeName::of);
		// What a prefix stands for may differ from element to element.
		return !name.prefix().isEmpty() && XSD.equals(xml.getNamespaceURI(name.prefix()));
	}
}
