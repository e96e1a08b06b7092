package org.palisade.vsphere.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.vmware.vim25.MethodFault;

import org.palisade.api.option.Redaction;
import org.palisade.vsphere.UnknownFault;

/** Reads SOAP 1.1 answers. Used by one thread at a time. */
final class SoapReader {

	private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

	private final VimTypes types;
	private final Redaction redaction;
	private final XMLInputFactory factory = hardenedFactory();

	/**
	 * @param redaction removes from the server's words what was sent to it
	 */
	SoapReader(VimTypes types, Redaction redaction) {
		this.types = types;
		this.redaction = redaction;
	}

	private static XMLInputFactory hardenedFactory() {
		// The JDK's own: another one on the class path, or a system property, must not change what is safe here.
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		return factory;
	}

	/**
	 * {@return what the answer returns: null for nothing, an array when {@code returnType} ends in brackets}
	 *
	 * @param returnType as yavijava's stubs name it, null when nothing is expected
	 * @throws MethodFault when the answer is a fault
	 * @throws MalformedAnswer when it is no SOAP answer
	 * @throws IOException what reading {@code in} threw
	 */
	Object read(InputStream in, String returnType) throws IOException {
		try {
			XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
			Elements elements = new Elements(xml);
			elements.enterRoot(SOAP, "Envelope");
			elements.enter(SOAP, "Body");
			if (!elements.nextChild()) {
				throw new MalformedAnswer("an empty SOAP body");
			}
			if (elements.is(SOAP, "Fault")) {
				throw fault(elements);
			}
			Object value = returnValue(elements, returnType);
			elements.expectEnd();
			return value;
		} catch (XMLStreamException malformed) {
			if (malformed.getNestedException() instanceof IOException broken) {
				throw broken;
			}
			throw new MalformedAnswer(malformed.getMessage());
		}
	}

	private Object returnValue(Elements elements, String returnType) throws XMLStreamException, IOException {
		boolean many = returnType != null && returnType.endsWith("[]");
		Class<?> type = returnType == null ? null : types.stubClass(many ? returnType.substring(0, returnType.length() - 2) : returnType);
		ValueDecoder decoder = new ValueDecoder(types, elements, redaction);
		List<Object> values = new ArrayList<>();
		while (elements.nextChild()) {
			if (type != null && elements.localName().equals("returnval")) {
				Object value = decoder.decode(type);
				if (value != null) {
					values.add(value);
				}
			} else {
				elements.skip();
			}
		}
		if (many) {
			return values.isEmpty() ? null : ValueDecoder.array(type, values);
		}
		return values.isEmpty() ? null : values.get(0);
	}

	private MethodFault fault(Elements elements) throws XMLStreamException, IOException {
		String code = "";
		String text = "";
		MethodFault fault = null;
		while (elements.nextChild()) {
			switch (elements.localName()) {
			case "faultcode" -> code = elements.text();
			case "faultstring" -> text = elements.text();
			case "detail" -> fault = detail(elements);
			default -> elements.skip();
			}
		}
		if (fault == null) {
			fault = new UnknownFault(ServerText.sanitised(code.substring(code.indexOf(':') + 1)));
		}
		fault.detail = new FaultText(ServerText.sanitised(redaction.apply(text)));
		return fault;
	}

	private MethodFault detail(Elements elements) throws XMLStreamException, IOException {
		MethodFault fault = null;
		while (elements.nextChild()) {
			if (fault == null) {
				fault = new ValueDecoder(types, elements, redaction).decodeFault();
			} else {
				elements.skip();
			}
		}
		return fault;
	}
}
