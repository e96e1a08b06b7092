package org.palisade.cluster.internal.xml;

import java.io.StringReader;
import java.util.MissingResourceException;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ClusterSyntaxException;

/** Refuses what is not well-formed, and what an attacker would put into a document: types, entities, nesting without end. */
public final class XmlText {

	/** A CIB with the history of its operations has seven levels, a {@code cluster.conf} with resources some more. */
	private static final int DEEPEST = 64;

	private XmlText() {
	}

	/**
	 * {@return what the text says}
	 *
	 * @throws ClusterSyntaxException when the text is not well-formed or not harmless
	 */
	public static XmlDocument parse(String text) throws ClusterSyntaxException {
		requireHarmless(text);
		return XmlScanner.scan(text);
	}

	/** {@return the name of the root element, if the text begins like XML} */
	public static Optional<String> rootName(String text) {
		try {
			return text.stripLeading().startsWith("<") ? Optional.of(parse(text).root().name()) : Optional.empty();
		} catch (ClusterSyntaxException e) {
			return Optional.empty();
		}
	}

	/**
	 * Refuses characters that XML has no room for. Pacemaker keeps every configuration in XML, so a text with such a character says nothing that
	 * could be in one, whatever its form.
	 */
	public static void requireCharacters(String text) throws ClusterSyntaxException {
		int line = 1;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int c = text.codePointAt(i);
			line += c == '\n' ? 1 : 0;
			boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
			if (control || Character.getType(c) == Character.SURROGATE || c == 0xfffe || c == 0xffff) {
				throw new ClusterSyntaxException(line, NLS.bind(Messages.no_character, line));
			}
		}
	}

	/** {@return the name of the root element of a text of which only the beginning is known} */
	public static Optional<String> rootNameOfBeginning(String beginning) {
		try {
			XMLStreamReader reader = reader(beginning);
			try {
				while (reader.hasNext()) {
					if (next(reader) == XMLStreamConstants.START_ELEMENT) {
						return Optional.of(reader.getLocalName());
					}
				}
				return Optional.empty();
			} finally {
				reader.close();
			}
		} catch (XMLStreamException e) {
			return Optional.empty();
		}
	}

	private static XMLStreamReader reader(String text) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException();
		});
		return factory.createXMLStreamReader(new StringReader(text));
	}

	/** The platform's parser has no words for a character that is out of place in a document type, and looks for them in vain. */
	private static int next(XMLStreamReader reader) throws XMLStreamException {
		try {
			return reader.next();
		} catch (MissingResourceException wordless) {
			throw new XMLStreamException(wordless.getKey(), reader.getLocation());
		}
	}

	private static void requireHarmless(String text) throws ClusterSyntaxException {
		try {
			XMLStreamReader reader = reader(text);
			try {
				int depth = 0;
				while (reader.hasNext()) {
					depth += check(reader, depth);
				}
			} finally {
				reader.close();
			}
		} catch (XMLStreamException e) {
			int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
			// The parser's own words may repeat a part of the text, and a password with it.
			throw new ClusterSyntaxException(line, NLS.bind(Messages.not_well_formed, line));
		}
	}

	private static int check(XMLStreamReader reader, int depth) throws XMLStreamException, ClusterSyntaxException {
		int line = reader.getLocation().getLineNumber();
		switch (next(reader)) {
			case XMLStreamConstants.DTD -> throw new ClusterSyntaxException(line, Messages.document_type);
			case XMLStreamConstants.ENTITY_REFERENCE -> throw new ClusterSyntaxException(line, Messages.entity);
			case XMLStreamConstants.START_ELEMENT -> {
				if (depth == DEEPEST) {
					throw new ClusterSyntaxException(line, NLS.bind(Messages.too_deep, DEEPEST));
				}
				return 1;
			}
			case XMLStreamConstants.END_ELEMENT -> {
				return -1;
			}
			default -> {
				return 0;
			}
		}
	}
}
