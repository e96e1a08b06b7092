package org.palisade.api.option;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The checked values of a request's options, defaults filled in, old names translated. Immutable and thread-safe.
 * <p>
 * Each value has the Java type of its declaration: {@link Boolean}, {@link String} (also for a select), {@link Secret},
 * {@link Integer} or {@link Duration}. Asking for a value under another type throws {@link ClassCastException}: a mistake of the
 * caller, never of the user.
 */
public final class OptionValues {

	private final Map<String, Object> values;
	private final Set<String> given;

	/**
	 * Made by whoever parsed and checked the values.
	 *
	 * @param values the values by option name, defaults included
	 * @param given the names of the options that the user gave, as opposed to defaults
	 */
	public OptionValues(Map<String, Object> values, Set<String> given) {
		this.values = Map.copyOf(values);
		this.given = Set.copyOf(given);
	}

	/** {@return whether the user gave this option} A default does not count. */
	public boolean isGiven(String name) {
		return given.contains(name);
	}

	/** {@return the value of a string or select option, empty when there is none} */
	public Optional<String> text(String name) {
		return Optional.ofNullable((String) values.get(name));
	}

	/**
	 * {@return the value of a string or select option that the core has checked to be there}
	 *
	 * @throws NoSuchElementException when there is none: the back end did not name the option as required
	 */
	public String requiredText(String name) {
		return text(name).orElseThrow(() -> new NoSuchElementException(name));
	}

	/** {@return the value of a secret option, empty when there is none} */
	public Optional<Secret> secret(String name) {
		return Optional.ofNullable((Secret) values.get(name));
	}

	/** {@return the value of a boolean option, false when there is none} */
	public boolean flag(String name) {
		return Boolean.TRUE.equals(values.get(name));
	}

	/** {@return the value of an integer option, empty when there is none} */
	public OptionalInt number(String name) {
		Integer value = (Integer) values.get(name);
		return value == null ? OptionalInt.empty() : OptionalInt.of(value);
	}

	/** {@return the value of an option in seconds, empty when there is none} */
	public Optional<Duration> duration(String name) {
		return Optional.ofNullable((Duration) values.get(name));
	}

	/**
	 * {@return these values and one more, which counts as given}
	 *
	 * @param name the name of an option
	 * @param value its value, of the Java type of its declaration
	 */
	public OptionValues with(String name, Object value) {
		Map<String, Object> moreValues = new HashMap<>(values);
		moreValues.put(name, value);
		Set<String> moreGiven = new HashSet<>(given);
		moreGiven.add(name);
		return new OptionValues(moreValues, moreGiven);
	}

	/** Shows the names alone: a value may be confidential even where its type does not say so. */
	@Override
	public String toString() {
		return "OptionValues" + values.keySet().stream().sorted().toList(); //$NON-NLS-1$
	}
}
