package org.palisade.simulator.internal.control;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259). */
public final class Json {

	private static final char FIRST_PRINTABLE = ' ';

	private Json() {
	}

	/** The value as a line of JSON. */
	public static String write(Object value) {
		StringBuilder out = new StringBuilder();
		append(value, out);
		return out.append('\n').toString();
	}

	private static void append(Object value, StringBuilder out) {
		if (value instanceof Map<?, ?> map) {
			appendMap(map, out);
		} else if (value instanceof Iterable<?> list) {
			appendList(list, out);
		} else if (value == null || value instanceof Number || value instanceof Boolean) {
			out.append(value);
		} else {
			appendText(value.toString(), out);
		}
	}

	private static void appendMap(Map<?, ?> map, StringBuilder out) {
		out.append('{');
		String separator = "";
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			out.append(separator);
			appendText(entry.getKey().toString(), out);
			out.append(':');
			append(entry.getValue(), out);
			separator = ",";
		}
		out.append('}');
	}

	private static void appendList(Iterable<?> list, StringBuilder out) {
		out.append('[');
		for (Iterator<?> elements = list.iterator(); elements.hasNext();) {
			append(elements.next(), out);
			out.append(elements.hasNext() ? "," : "");
		}
		out.append(']');
	}

	private static void appendText(String text, StringBuilder out) {
		out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				out.append('\\').append(c);
			} else if (c < FIRST_PRINTABLE) {
				out.append(String.format("\\u%04x", (int) c));
			} else {
				out.append(c);
			}
		}
		out.append('"');
	}
}
