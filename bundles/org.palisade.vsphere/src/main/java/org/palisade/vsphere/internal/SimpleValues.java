package org.palisade.vsphere.internal;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** Simple values of XML Schema as Java values and back. */
final class SimpleValues {

	private SimpleValues() {
	}

	/**
	 * {@return the value of a text}, null when the text is no value of the type: a constant of a newer API, a number out of range
	 *
	 * @param type a class for which {@link VimTypes#isSimple} holds
	 */
	static Object parse(Class<?> type, String text) {
		if (type == String.class) {
			return text;
		}
		String trimmed = text.trim();
		if (type == boolean.class || type == Boolean.class) {
			return trimmed.equals("true") || trimmed.equals("1");
		}
		try {
			if (type.isEnum()) {
				return constant(type, trimmed);
			}
			return Calendar.class.isAssignableFrom(type) ? parseTime(trimmed) : parseNumber(type, trimmed);
		} catch (IllegalArgumentException | IndexOutOfBoundsException notOfThisType) {
			return null;
		}
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Object constant(Class<?> type, String name) {
		return Enum.valueOf((Class) type, name);
	}

	private static Object parseNumber(Class<?> type, String text) {
		if (type == int.class || type == Integer.class) {
			return Integer.valueOf(text);
		}
		if (type == long.class || type == Long.class) {
			return Long.valueOf(text);
		}
		if (type == short.class || type == Short.class) {
			return Short.valueOf(text);
		}
		if (type == byte.class || type == Byte.class) {
			return Byte.valueOf(text);
		}
		return type == float.class || type == Float.class ? (Object) Float.valueOf(text) : Double.valueOf(text);
	}

	/** Reads {@code 2024-05-06T07:08:09.123456Z} and the like. By hand, because every log-in carries such times and java.time is big. */
	private static Calendar parseTime(String text) {
		int zoneAt = Math.max(text.indexOf('Z', 19), Math.max(text.indexOf('+', 19), text.indexOf('-', 19)));
		String zone = zoneAt < 0 || text.charAt(zoneAt) == 'Z' ? "UTC" : "GMT" + text.substring(zoneAt);
		Calendar time = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.ROOT);
		time.clear();
		time.set(number(text, 0, 4), number(text, 5, 7) - 1, number(text, 8, 10), number(text, 11, 13), number(text, 14, 16),
				number(text, 17, 19));
		if (text.length() > 20 && text.charAt(19) == '.') {
			String fraction = text.substring(20, zoneAt < 0 ? text.length() : zoneAt);
			time.set(Calendar.MILLISECOND, number((fraction + "00").substring(0, 3), 0, 3));
		}
		return time;
	}

	private static int number(String text, int begin, int end) {
		return Integer.parseInt(text, begin, end, 10);
	}

	/** {@return the text of a value, not escaped} */
	static String format(Object value) {
		if (value instanceof Calendar time) {
			return time.toInstant().toString();
		}
		return value instanceof Enum<?> constant ? constant.name() : value.toString();
	}

	/** {@return the name of the XML Schema type of a value, with the prefix {@code xsd}, or that of an enumeration} */
	static String typeName(Object value) {
		if (value instanceof Enum<?> constant) {
			return constant.getDeclaringClass().getSimpleName();
		}
		if (value instanceof Calendar) {
			return "xsd:dateTime";
		}
		return value instanceof Integer ? "xsd:int" : "xsd:" + value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
	}
}
