package org.palisade.simulator.internal.soap;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the method call out of a SOAP message. Takes no document type, hence no entities. Thread-safe. */
public final class SoapReader {

	/** The namespace of the vim25 API. */
	public static final String VIM = "urn:vim25";

	private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
	private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
	private static final int DEEPEST = 100;

	private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

	/** A reader that resolves nothing. */
	public SoapReader() {
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	/**
	 * Reads the first element of the body.
	 *
	 * @throws XMLStreamException when that is not a SOAP message with a vim25 call
	 */
	public Element read(InputStream in) throws XMLStreamException {
		XMLStreamReader xml = factory.createXMLStreamReader(in);
		try {
			expectStart(xml, ENVELOPE, "Envelope");
			enterBody(xml);
			if (xml.nextTag() != XMLStreamConstants.START_ELEMENT || !VIM.equals(xml.getNamespaceURI())) {
				throw new XMLStreamException("the SOAP body holds no call of " + VIM);
			}
			return readTree(xml);
		} finally {
			xml.close();
		}
	}

	private static void expectStart(XMLStreamReader xml, String namespace, String name) throws XMLStreamException {
		int event = xml.next();
		while (event == XMLStreamConstants.SPACE || event == XMLStreamConstants.COMMENT
				|| event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
			event = xml.next();
		}
		if (event != XMLStreamConstants.START_ELEMENT || !namespace.equals(xml.getNamespaceURI()) || !name.equals(xml.getLocalName())) {
			throw new XMLStreamException("not a SOAP " + name);
		}
	}

	private static void enterBody(XMLStreamReader xml) throws XMLStreamException {
		while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
			if (ENVELOPE.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("Body")) {
				return;
			}
			readTree(xml);
		}
		throw new XMLStreamException("no SOAP body");
	}

	private static Element readTree(XMLStreamReader xml) throws XMLStreamException {
		Deque<Element> open = new ArrayDeque<>();
		Element root = element(xml);
		open.push(root);
		while (!open.isEmpty()) {
			switch (xml.next()) {
			case XMLStreamConstants.START_ELEMENT -> {
				if (open.size() == DEEPEST) {
					throw new XMLStreamException("more than " + DEEPEST + " elements within one another");
				}
				Element child = element(xml);
				open.peek().add(child);
				open.push(child);
			}
			case XMLStreamConstants.END_ELEMENT -> open.pop();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> open.peek().append(xml.getText());
			case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
				continue;
			}
			default -> throw new XMLStreamException("unexpected markup in the SOAP message");
			}
		}
		return root;
	}

	private static Element element(XMLStreamReader xml) {
		String instanceType = xml.getAttributeValue(SCHEMA_INSTANCE, "type");
		String type = "";
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			String namespace = xml.getAttributeNamespace(i);
			if (xml.getAttributeLocalName(i).equals("type") && (namespace == null || namespace.isEmpty())) {
				type = xml.getAttributeValue(i);
			}
		}
		return new Element(xml.getLocalName(), type, instanceType == null ? "" : instanceType.substring(instanceType.indexOf(':') + 1));
	}
}
