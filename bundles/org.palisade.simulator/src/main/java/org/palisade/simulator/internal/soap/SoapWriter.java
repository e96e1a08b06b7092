package org.palisade.simulator.internal.soap;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.palisade.simulator.internal.model.DataObject;
import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimField;

/** Writes one SOAP answer as it goes, the way vCenter writes them. Not thread-safe. */
public final class SoapWriter {

	private static final Set<String> SCHEMA_TYPES = Set.of("string", "int", "long", "short", "byte", "boolean", "dateTime", "float", "double",
			"base64Binary");
	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final XMLStreamWriter xml;

	/** Writes to that stream, which it does not close. */
	public SoapWriter(OutputStream out) throws XMLStreamException {
		xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
	}

	/** Writes everything up to the first element of the body. */
	public void startEnvelope() throws XMLStreamException {
		xml.writeStartDocument("UTF-8", "1.0");
		xml.writeStartElement("soapenv:Envelope");
		xml.writeAttribute("xmlns:soapenv", "http://schemas.xmlsoap.org/soap/envelope/");
		xml.writeAttribute("xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
		xml.writeAttribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
		xml.writeStartElement("soapenv:Body");
	}

	/** Writes the rest. */
	public void endEnvelope() throws XMLStreamException {
		xml.writeEndDocument();
		xml.flush();
	}

	/** Begins an element and makes vim25 the default namespace. */
	public void startInVim(String name) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeAttribute("xmlns", SoapReader.VIM);
	}

	/** Begins an element. */
	public void start(String name) throws XMLStreamException {
		xml.writeStartElement(name);
	}

	/** Ends the element that was begun last. */
	public void end() throws XMLStreamException {
		xml.writeEndElement();
	}

	/** An element that holds text. */
	public void text(String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	/** An element that refers to an object. */
	public void reference(String name, ManagedObject object) throws XMLStreamException {
		reference(name, object.type().name(), object.id());
	}

	/** An element that refers to an object by type and identifier. */
	public void reference(String name, String type, String id) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeAttribute("type", type);
		xml.writeCharacters(id);
		xml.writeEndElement();
	}

	/** A property's value in an element that says of what type it is, for where the schema says "any". */
	public void anyValue(String name, VimField field, Object value) throws XMLStreamException {
		if (value instanceof List<?> list) {
			xml.writeStartElement(name);
			xml.writeAttribute("xsi:type", field.valueType());
			for (Object element : list) {
				value(field.type(), field.type(), element);
			}
			xml.writeEndElement();
			return;
		}
		xml.writeStartElement(name);
		content(value, value instanceof DataObject object ? object.type().name() : field.type());
		xml.writeEndElement();
	}

	/** A value whose type the schema tells; says the type only when it is another. */
	public void value(String name, String declaredType, Object value) throws XMLStreamException {
		xml.writeStartElement(name);
		boolean sameType = !(value instanceof DataObject object) || object.type().name().equals(declaredType);
		content(value, sameType ? "" : ((DataObject) value).type().name());
		xml.writeEndElement();
	}

	/** The properties of a fault or another data object, in an element of that name that says its type. */
	public void typed(String name, DataObject value) throws XMLStreamException {
		startInVim(name);
		content(value, value.type().name());
		xml.writeEndElement();
	}

	private void content(Object value, String sayType) throws XMLStreamException {
		if (value instanceof ManagedObject object) {
			xml.writeAttribute("type", object.type().name());
			type(sayType);
			xml.writeCharacters(object.id());
		} else if (value instanceof Reference reference) {
			xml.writeAttribute("type", reference.type());
			type(sayType);
			xml.writeCharacters(reference.value());
		} else if (value instanceof DataObject object) {
			type(sayType);
			fields(object);
		} else {
			type(sayType);
			xml.writeCharacters(value.toString());
		}
	}

	private void type(String name) throws XMLStreamException {
		if (!name.isEmpty()) {
			xml.writeAttribute("xsi:type", SCHEMA_TYPES.contains(name) ? "xsd:" + name : name);
		}
	}

	private void fields(DataObject object) throws XMLStreamException {
		List<VimField> fields = object.type().fields();
		for (int i = 0; i < fields.size(); i++) {
			VimField field = fields.get(i);
			Object value = object.get(i);
			if (value instanceof List<?> list) {
				for (Object element : list) {
					value(field.name(), field.type(), element);
				}
			} else if (value != null) {
				value(field.name(), field.type(), value);
			}
		}
	}
}
