package org.palisade.vsphere.internal;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;

import org.palisade.api.option.Redaction;
import org.palisade.vsphere.UnknownFault;

/**
 * Turns elements into yavijava's types, leniently: what the types have no place for is skipped, and a value of an unknown subtype is read
 * as the type that is declared for it.
 */
final class ValueDecoder {

	private static final int FEW = 4;

	private final VimTypes types;
	private final Elements elements;
	private final Redaction redaction;

	ValueDecoder(VimTypes types, Elements elements, Redaction redaction) {
		this.redaction = redaction;
		this.types = types;
		this.elements = elements;
	}

	/**
	 * {@return the value of the current element}, which is left; null when it has none that yavijava could hold
	 *
	 * @param declared the type that the schema declares for the element
	 */
	Object decode(Class<?> declared) throws XMLStreamException, MalformedAnswer {
		if (elements.isNil()) {
			elements.skip();
			return null;
		}
		String typeName = elements.typeName();
		if (typeName == null) {
			return declared == Object.class ? elements.text() : decodeAs(declared);
		}
		if (elements.hasSchemaType()) {
			return decodeSchemaType(typeName, declared);
		}
		Class<?> named = types.vimClass(typeName);
		if (named != null && declared.isAssignableFrom(named)) {
			return decodeAs(named);
		}
		return decodeUnknown(typeName, declared);
	}

	private Object decodeSchemaType(String typeName, Class<?> declared) throws XMLStreamException, MalformedAnswer {
		if (typeName.equals("base64Binary") && declared == Object.class) {
			return base64(elements.text());
		}
		Class<?> named = VimTypes.xsdClass(typeName);
		if (declared == Object.class) {
			return SimpleValues.parse(named == null ? String.class : named, elements.text());
		}
		return decodeAs(declared);
	}

	private Object decodeUnknown(String typeName, Class<?> declared) throws XMLStreamException, MalformedAnswer {
		if (declared == Object.class) {
			return elements.text();
		}
		if (declared == MethodFault.class) {
			return fill(new UnknownFault(ServerText.sanitised(typeName)), types.shape(MethodFault.class));
		}
		return decodeAs(declared);
	}

	/** {@return the fault in the current element, of the type that the element says or that its name implies} */
	MethodFault decodeFault() throws XMLStreamException, MalformedAnswer {
		String name = elements.typeName();
		if (name == null) {
			String element = elements.localName();
			name = element.endsWith("Fault") ? element.substring(0, element.length() - "Fault".length()) : element;
		}
		Class<?> named = types.vimClass(name);
		if (named != null && MethodFault.class.isAssignableFrom(named)) {
			return (MethodFault) decodeAs(named);
		}
		return (MethodFault) decodeUnknown(name, MethodFault.class);
	}

	private Object decodeAs(Class<?> type) throws XMLStreamException, MalformedAnswer {
		if (VimTypes.isSimple(type)) {
			return SimpleValues.parse(type, elements.text());
		}
		if (type == ManagedObjectReference.class) {
			return reference();
		}
		ObjectShape shape = types.shape(type);
		return fill(shape.newInstance(), shape);
	}

	private ManagedObjectReference reference() throws XMLStreamException, MalformedAnswer {
		ManagedObjectReference reference = new ManagedObjectReference();
		String type = elements.attribute("type");
		reference.setType(type == null ? "" : type);
		reference.setVal(elements.text());
		return reference;
	}

	private <T> T fill(T target, ObjectShape shape) throws XMLStreamException, MalformedAnswer {
		List<?>[] repeated = null;
		while (elements.nextChild()) {
			ObjectShape.Slot slot = shape.slot(elements.localName());
			if (slot == null) {
				elements.skip();
			} else if (slot.component() == null) {
				set(target, slot, decode(slot.type()));
			} else {
				repeated = repeated == null ? new List<?>[shape.slots().size()] : repeated;
				collect(repeated, slot);
			}
		}
		if (repeated != null) {
			for (int i = 0; i < repeated.length; i++) {
				if (repeated[i] != null) {
					ObjectShape.Slot slot = shape.slots().get(i);
					set(target, slot, array(slot.component(), repeated[i]));
				}
			}
		}
		if (target instanceof LocalizedMethodFault error && error.getLocalizedMessage() != null) {
			// The only words of a server that are shown; a name must stay what it is, even if it is the password.
			error.setLocalizedMessage(redaction.apply(error.getLocalizedMessage()));
		}
		return target;
	}

	@SuppressWarnings("unchecked")
	private void collect(List<?>[] repeated, ObjectShape.Slot slot) throws XMLStreamException, MalformedAnswer {
		List<Object> values = (List<Object>) repeated[slot.index()];
		if (values == null) {
			// Most are short: the properties of one of thousands of objects.
			values = new ArrayList<>(FEW);
			repeated[slot.index()] = values;
		}
		Object value = decode(slot.component());
		if (value != null) {
			values.add(value);
		}
	}

	private static void set(Object target, ObjectShape.Slot slot, Object value) {
		if (value == null) {
			return;
		}
		try {
			slot.field().set(target, value);
		} catch (IllegalAccessException impossible) {
			throw new IllegalStateException("only public fields have slots", impossible);
		}
	}

	/** {@return the values as an array of a type that may be primitive} */
	static Object array(Class<?> component, List<?> values) {
		Object array = Array.newInstance(component, values.size());
		for (int i = 0; i < values.size(); i++) {
			Array.set(array, i, values.get(i));
		}
		return array;
	}

	private static byte[] base64(String text) {
		try {
			return Base64.getMimeDecoder().decode(text);
		} catch (IllegalArgumentException malformed) {
			return new byte[0];
		}
	}
}
