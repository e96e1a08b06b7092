package org.palisade.core.option;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller wrote, by option name, unchecked. Immutable.
 *
 * @param values the texts by the new name of the option
 * @param nodeName the cluster node that is meant, which fencers name in passing
 * @param warnings what was ignored, for the user, a sentence each without a full stop; never holds a value
 */
public record RawOptions(Map<String, String> values, Optional<String> nodeName, List<String> warnings) {

	/** Copies both collections. */
	public RawOptions {
		values = Map.copyOf(values);
		Objects.requireNonNull(nodeName);
		warnings = List.copyOf(warnings);
	}

	/** What a caller wrote who names no node. */
	public RawOptions(Map<String, String> values, List<String> warnings) {
		this(values, Optional.empty(), warnings);
	}

	/** {@return what was written for the option of that name} */
	public Optional<String> value(String name) {
		return Optional.ofNullable(values.get(name));
	}

	/** {@return whether a boolean option was switched on} */
	public boolean flag(String name) {
		return value(name).flatMap(BooleanWord::parse).orElse(Boolean.FALSE);
	}

	/** Shows the names alone: there is a password among the values. */
	@Override
	public String toString() {
		return "RawOptions" + values.keySet().stream().sorted().toList();
	}
}
