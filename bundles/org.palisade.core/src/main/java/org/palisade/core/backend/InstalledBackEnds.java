package org.palisade.core.backend;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.palisade.api.FenceBackEnd;

/**
 * The back ends that were installed at one moment. Immutable.
 *
 * @param byType the usable ones by their type, in the order of their ranking
 * @param problems what is wrong with the others, for the user, a sentence each without a full stop
 */
public record InstalledBackEnds(Map<String, FenceBackEnd> byType, List<String> problems) {

	/** Copies both and keeps the order. */
	public InstalledBackEnds {
		byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
		problems = List.copyOf(problems);
	}

	/** {@return the back end of that type} */
	public Optional<FenceBackEnd> find(String type) {
		return Optional.ofNullable(byType.get(type));
	}

	/** {@return all usable back ends in the order of their ranking} */
	public Collection<FenceBackEnd> all() {
		return byType.values();
	}

	/** {@return the types in alphabetical order, for a message} */
	public String types() {
		return String.join(", ", new TreeSet<>(byType.keySet()));
	}
}
