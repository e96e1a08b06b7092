package org.palisade.vsphere.internal;

import java.lang.reflect.Array;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ws.Argument;

/** Writes a call as a SOAP 1.1 message. */
final class SoapWriter {

	private static final String BEGIN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
			+ "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
			+ " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>";
	private static final String END = "</soapenv:Body></soapenv:Envelope>";

	private final VimTypes types;
	private final StringBuilder xml = new StringBuilder(1024);

	private SoapWriter(VimTypes types) {
		this.types = types;
	}

	/**
	 * {@return the message for a call}
	 *
	 * @throws IllegalArgumentException when an argument holds a character that XML cannot carry
	 */
	static String write(VimTypes types, String method, Argument[] arguments) {
		SoapWriter writer = new SoapWriter(types);
		writer.xml.append(BEGIN).append('<').append(method).append(" xmlns=\"urn:vim25\">");
		for (Argument argument : arguments) {
			String type = argument.getType();
			writer.element(argument.getName(), types.stubClass(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type),
					argument.getValue());
		}
		return writer.xml.append("</").append(method).append('>').append(END).toString();
	}

	/**
	 * @param declared the type that the schema declares for the element, for one of them when it repeats
	 * @param value the value, an array for an element that repeats, null for none
	 */
	private void element(String name, Class<?> declared, Object value) {
		if (value == null) {
			return;
		}
		if (value.getClass().isArray()) {
			for (int i = 0; i < Array.getLength(value); i++) {
				element(name, declared, Array.get(value, i));
			}
			return;
		}
		xml.append('<').append(name);
		if (value instanceof ManagedObjectReference reference) {
			reference(declared, reference);
		} else if (VimTypes.isSimple(value.getClass())) {
			type(declared == Object.class, SimpleValues.typeName(value));
			escape(SimpleValues.format(value));
		} else {
			type(declared != value.getClass(), value.getClass().getSimpleName());
			fields(value);
		}
		xml.append("</").append(name).append('>');
	}

	private void reference(Class<?> declared, ManagedObjectReference reference) {
		xml.append(" type=\"");
		escape(reference.getType());
		xml.append('"');
		type(declared != ManagedObjectReference.class, "ManagedObjectReference");
		escape(reference.getVal());
	}

	private void type(boolean needed, String name) {
		if (needed) {
			xml.append(" xsi:type=\"").append(name).append('"');
		}
		xml.append('>');
	}

	private void fields(Object value) {
		for (ObjectShape.Slot slot : types.shape(value.getClass()).slots()) {
			try {
				element(slot.element(), slot.component() == null ? slot.type() : slot.component(), slot.field().get(value));
			} catch (IllegalAccessException impossible) {
				throw new IllegalStateException("only public fields have slots", impossible);
			}
		}
	}

	private void escape(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
			case '&' -> xml.append("&amp;");
			case '<' -> xml.append("&lt;");
			case '>' -> xml.append("&gt;");
			case '"' -> xml.append("&quot;");
			case '\t', '\n', '\r' -> xml.append("&#").append((int) c).append(';');
			default -> {
				if (c < ' ' || c >= '\uFFFE') {
					throw new IllegalArgumentException("a control character");
				}
				xml.append(c);
			}
			}
		}
	}
}
