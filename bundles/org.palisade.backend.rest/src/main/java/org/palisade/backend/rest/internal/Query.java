package org.palisade.backend.rest.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The filter of a listing: parameters of which each may occur several times, meaning any of its values. Used by one thread. */
final class Query {

	private static final char[] HEXADECIMAL = "0123456789ABCDEF".toCharArray();

	private record Parameter(String name, String escapedValue) {
	}

	private final List<Parameter> parameters = new ArrayList<>();

	/** Adds a value. */
	Query with(String name, String value) {
		parameters.add(new Parameter(name, escaped(value)));
		return this;
	}

	/** Adds values of which any may match. No values would mean no restriction, so they are refused. */
	Query withAny(String name, Collection<String> values) {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("no value for " + name);
		}
		values.forEach(value -> with(name, value));
		return this;
	}

	/** Adds a value that is percent-encoded already. */
	Query withEscaped(String name, String escapedValue) {
		parameters.add(new Parameter(name, escapedValue));
		return this;
	}

	/** Adds the parameters of another query. */
	Query and(Query other) {
		parameters.addAll(other.parameters);
		return this;
	}

	/** {@return the query with its question mark, empty when there are no parameters} */
	String text(Dialect dialect) {
		StringBuilder text = new StringBuilder();
		for (Parameter parameter : parameters) {
			text.append(text.isEmpty() ? '?' : '&').append(dialect.parameterPrefix()).append(parameter.name()).append('=')
					.append(parameter.escapedValue());
		}
		return text.toString();
	}

	/** {@return the text percent-encoded as UTF-8, everything but unreserved characters (RFC 3986)} */
	static String escaped(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 8);
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			if (isUnreserved(octet)) {
				escaped.append((char) octet);
			} else {
				escaped.append('%').append(HEXADECIMAL[octet >> 4 & 15]).append(HEXADECIMAL[octet & 15]);
			}
		}
		return escaped.toString();
	}

	private static boolean isUnreserved(int c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~';
	}
}
