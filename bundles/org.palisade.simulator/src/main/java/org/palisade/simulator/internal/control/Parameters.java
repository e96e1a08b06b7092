package org.palisade.simulator.internal.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of an order, from the query and a form in the body. */
final class Parameters {

	private final Map<String, String> values;

	private Parameters(Map<String, String> values) {
		this.values = values;
	}

	/** Decodes forms ({@code application/x-www-form-urlencoded}), of which each may be empty. */
	static Parameters decode(String... forms) throws ControlException {
		Map<String, String> values = new LinkedHashMap<>();
		for (String form : forms) {
			for (String pair : form.strip().split("&")) {
				if (!pair.isEmpty()) {
					int equals = pair.indexOf('=');
					String name = equals < 0 ? pair : pair.substring(0, equals);
					values.put(decode(name), equals < 0 ? "true" : decode(pair.substring(equals + 1)));
				}
			}
		}
		return new Parameters(values);
	}

	private static String decode(String text) throws ControlException {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw ControlException.badRequest("'" + text + "' is not URL-encoded: " + e.getMessage());
		}
	}

	/** Refuses parameters of other names. */
	void allow(Set<String> known) throws ControlException {
		for (String name : values.keySet()) {
			if (!known.contains(name)) {
				throw ControlException.badRequest(name + ": there is no such parameter here; there are " + String.join(", ", known));
			}
		}
	}

	Optional<String> get(String name) {
		return Optional.ofNullable(values.get(name));
	}

	String require(String name) throws ControlException {
		return get(name).orElseThrow(() -> ControlException.badRequest(name + ": this parameter is missing"));
	}

	boolean isTrue(String name) throws ControlException {
		String value = values.getOrDefault(name, "false");
		if (!value.equals("true") && !value.equals("false")) {
			throw ControlException.badRequest(name + ": '" + value + "' is neither true nor false");
		}
		return value.equals("true");
	}

	long number(String name, long otherwise, long most) throws ControlException {
		String value = values.get(name);
		if (value == null) {
			return otherwise;
		}
		if (!value.matches("\\d{1,9}") || Long.parseLong(value) > most) {
			throw ControlException.badRequest(name + ": '" + value + "' is not a whole number from 0 to " + most);
		}
		return Long.parseLong(value);
	}
}
