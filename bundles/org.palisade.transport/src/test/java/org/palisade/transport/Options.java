package org.palisade.transport;

import java.util.HashMap;
import java.util.Map;

import org.palisade.api.option.OptionValues;

/** Makes option values for tests. */
final class Options {

	private Options() {
	}

	/** {@return values as the core would make them of what a user gave, with the default of {@code ssl}} */
	static OptionValues of(Object... namesAndValues) {
		Map<String, Object> given = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			given.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		Map<String, Object> all = new HashMap<>(Map.of("ssl", true));
		all.putAll(given);
		return new OptionValues(all, given.keySet());
	}
}
