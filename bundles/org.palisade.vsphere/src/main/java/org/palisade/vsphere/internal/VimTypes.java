package org.palisade.vsphere.internal;

import java.lang.reflect.Constructor;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;

import com.vmware.vim25.ManagedObjectReference;

/** Finds yavijava's classes by the names of the schema, and their shapes. Used by one thread at a time. */
final class VimTypes {

	/** The package of yavijava's types, with a dot at the end. */
	static final String PACKAGE = "com.vmware.vim25.";

	/** Stands for the absence of a class in {@link #classes}. */
	private static final class Unknown {
	}

	private final Map<String, Class<?>> classes = new HashMap<>();
	private final Map<Class<?>, ObjectShape> shapes = new HashMap<>();

	/** {@return the class for a type of the vim25 schema, null when yavijava has none} */
	Class<?> vimClass(String name) {
		Class<?> known = classes.computeIfAbsent(name, VimTypes::load);
		return known == Unknown.class ? null : known;
	}

	private static Class<?> load(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (!Character.isLetterOrDigit(name.charAt(i))) {
				return Unknown.class;
			}
		}
		try {
			Class<?> type = Class.forName(PACKAGE + name, false, ManagedObjectReference.class.getClassLoader());
			return type.isEnum() || isMadeOfNothing(type) ? type : Unknown.class;
		} catch (ClassNotFoundException | LinkageError absent) {
			return Unknown.class;
		}
	}

	private static boolean isMadeOfNothing(Class<?> type) {
		for (Constructor<?> constructor : type.getConstructors()) {
			if (constructor.getParameterCount() == 0) {
				return true;
			}
		}
		return false;
	}

	/** {@return the class for a type as yavijava's stubs name it, without brackets} */
	Class<?> stubClass(String name) {
		return switch (name) {
		case "String" -> String.class;
		case "boolean" -> boolean.class;
		case "int" -> int.class;
		case "long" -> long.class;
		case "short" -> short.class;
		case "byte" -> byte.class;
		case "float" -> float.class;
		case "double" -> double.class;
		case "Calendar" -> Calendar.class;
		case "Object" -> Object.class;
		default -> vimClass(name);
		};
	}

	/** {@return the class for a simple type of XML Schema, null when it is none that the API uses} */
	static Class<?> xsdClass(String name) {
		return switch (name) {
		case "string", "anyURI" -> String.class;
		case "boolean" -> Boolean.class;
		case "int" -> Integer.class;
		case "long" -> Long.class;
		case "short" -> Short.class;
		case "byte" -> Byte.class;
		case "float" -> Float.class;
		case "double" -> Double.class;
		case "dateTime" -> Calendar.class;
		default -> null;
		};
	}

	/** {@return the shape of a class of yavijava} */
	ObjectShape shape(Class<?> type) {
		ObjectShape shape = shapes.get(type);
		if (shape == null) {
			shape = ObjectShape.of(type);
			shapes.put(type, shape);
		}
		return shape;
	}

	/** {@return whether values of the class are written as text} */
	static boolean isSimple(Class<?> type) {
		return type.isPrimitive() || type == String.class || type.getSuperclass() == Number.class || type == Boolean.class
				|| type.isEnum() || Calendar.class.isAssignableFrom(type);
	}
}
