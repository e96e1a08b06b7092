package org.palisade.vsphere.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a class of yavijava maps to XML: its public fields, inherited ones first, as in the schema's sequences. Immutable.
 */
final class ObjectShape {

	/** A field and the element it stands for. {@code component} is null unless the field is an array. */
	record Slot(int index, String element, Field field, Class<?> type, Class<?> component) {
	}

	/** Else one is made for each object. */
	private static final Object[] NO_ARGUMENTS = {};

	private final Constructor<?> constructor;
	private final List<Slot> slots;
	private final Map<String, Slot> byElement;

	private ObjectShape(Constructor<?> constructor, List<Slot> slots) {
		this.constructor = constructor;
		this.slots = slots;
		this.byElement = new HashMap<>(slots.size() * 2);
		for (Slot slot : slots) {
			byElement.put(slot.element(), slot);
		}
	}

	/**
	 * {@return the shape of a class of the package {@value VimTypes#PACKAGE}}
	 *
	 * @throws IllegalArgumentException when it cannot be instantiated
	 */
	static ObjectShape of(Class<?> type) {
		try {
			List<Slot> slots = new ArrayList<>();
			addSlots(type, slots);
			return new ObjectShape(type.getConstructor(), slots);
		} catch (NoSuchMethodException noData) {
			throw new IllegalArgumentException(type.getName(), noData);
		}
	}

	private static void addSlots(Class<?> type, List<Slot> slots) {
		// Beyond the package lie Throwable and Object, whose fields are none of the schema's.
		if (!type.getName().startsWith(VimTypes.PACKAGE)) {
			return;
		}
		addSlots(type.getSuperclass(), slots);
		for (Field field : type.getDeclaredFields()) {
			int modifiers = field.getModifiers();
			if (Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers)) {
				slots.add(new Slot(slots.size(), elementOf(field), field, field.getType(), field.getType().getComponentType()));
			}
		}
	}

	/** yavijava puts an underscore before an element's name that is a keyword of Java. */
	private static String elementOf(Field field) {
		String name = field.getName();
		return name.startsWith("_") ? name.substring(1) : name;
	}

	/** {@return the fields in the schema's order} */
	List<Slot> slots() {
		return slots;
	}

	/** {@return the field for an element, null when the class has none} */
	Slot slot(String element) {
		return byElement.get(element);
	}

	/** {@return a new object of the class, all fields unset} */
	Object newInstance() {
		try {
			return constructor.newInstance(NO_ARGUMENTS);
		} catch (ReflectiveOperationException broken) {
			throw new IllegalStateException(constructor.getDeclaringClass().getName(), broken);
		}
	}
}
