package org.palisade.api.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one declaration of an option. The parser, the metadata, the help and the preference pages are all made from it. Immutable.
 *
 * @param name the key on standard input, lower case with underscores
 * @param oldNames earlier names that are still accepted on standard input and as long options, without being preferred
 * @param letter the command-line letter, without its dash
 * @param longOption the long command-line option, without its dashes; by convention the name with dashes for underscores
 * @param type what a value looks like
 * @param choices the accepted values of a {@link OptionType#SELECT}, empty for other types
 * @param defaultValue the value that holds when none is given, in the form in which a user would write it
 * @param scriptFor the {@link OptionType#SECRET} whose value the executable file that this option names prints; empty for any other option
 * @param description one sentence in the user's language
 */
public record OptionDeclaration(String name, List<String> oldNames, Optional<Character> letter, String longOption, OptionType type,
		List<String> choices, Optional<String> defaultValue, Optional<String> scriptFor, String description) {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]*");

	/** Checks the form of the names and copies the lists. */
	public OptionDeclaration {
		oldNames = List.copyOf(oldNames);
		choices = List.copyOf(choices);
		Objects.requireNonNull(letter);
		Objects.requireNonNull(type);
		Objects.requireNonNull(defaultValue);
		Objects.requireNonNull(scriptFor);
		Objects.requireNonNull(description);
		requireName(name);
		oldNames.forEach(OptionDeclaration::requireName);
		requireName(longOption.replace('-', '_'));
		if (choices.isEmpty() == (type == OptionType.SELECT)) {
			throw new IllegalArgumentException(name + ": choices belong to a select, and a select needs them"); //$NON-NLS-1$
		}
	}

	/**
	 * {@return an option of the given type with its long option derived from its name, and nothing else}
	 *
	 * @param name the key on standard input
	 * @param type what a value looks like, anything but a {@link OptionType#SELECT}
	 * @param description one sentence in the user's language
	 */
	public static OptionDeclaration of(String name, OptionType type, String description) {
		return new OptionDeclaration(name, List.of(), Optional.empty(), name.replace('_', '-'), type, List.of(), Optional.empty(), Optional.empty(),
				description);
	}

	/**
	 * {@return an option that takes one of the given values}
	 *
	 * @param name the key on standard input
	 * @param choices the accepted values, at least one
	 * @param description one sentence in the user's language
	 */
	public static OptionDeclaration select(String name, List<String> choices, String description) {
		return new OptionDeclaration(name, List.of(), Optional.empty(), name.replace('_', '-'), OptionType.SELECT, choices, Optional.empty(),
				Optional.empty(), description);
	}

	/**
	 * {@return an option that names an executable file which prints a secret} The engine runs it before it opens a session, without a shell and
	 * within the time to log in, and hands its output over as the value of {@code secret}, over which it wins. The back end therefore reads the
	 * secret alone, and in {@link org.palisade.api.FenceBackEnd#validate} takes the script for it, which has not run by then.
	 *
	 * @param name the key on standard input
	 * @param secret the name of the option of type {@link OptionType#SECRET}
	 * @param description one sentence in the user's language
	 */
	public static OptionDeclaration script(String name, String secret, String description) {
		requireName(secret);
		return new OptionDeclaration(name, List.of(), Optional.empty(), name.replace('_', '-'), OptionType.STRING, List.of(), Optional.empty(),
				Optional.of(secret), description);
	}

	/** {@return this option with the command-line letter {@code value}} */
	public OptionDeclaration withLetter(char value) {
		return new OptionDeclaration(name, oldNames, Optional.of(value), longOption, type, choices, defaultValue, scriptFor, description);
	}

	/** {@return this option with the long command-line option {@code value}, given without dashes in front} */
	public OptionDeclaration withLongOption(String value) {
		return new OptionDeclaration(name, oldNames, letter, value, type, choices, defaultValue, scriptFor, description);
	}

	/** {@return this option with the default {@code value}} */
	public OptionDeclaration withDefault(String value) {
		return new OptionDeclaration(name, oldNames, letter, longOption, type, choices, Optional.of(value), scriptFor, description);
	}

	/** {@return this option with further old names} */
	public OptionDeclaration withOldNames(String... values) {
		List<String> all = new ArrayList<>(oldNames);
		all.addAll(List.of(values));
		return new OptionDeclaration(name, all, letter, longOption, type, choices, defaultValue, scriptFor, description);
	}

	/** Not left to the record: its own comparison is made at run time, by tens of classes, which is felt in each run of an agent. */
	@Override
	public final boolean equals(Object other) {
		return other instanceof OptionDeclaration that && name.equals(that.name) && oldNames.equals(that.oldNames) && letter.equals(that.letter)
				&& longOption.equals(that.longOption) && type == that.type && choices.equals(that.choices) && defaultValue.equals(that.defaultValue)
				&& scriptFor.equals(that.scriptFor) && description.equals(that.description);
	}

	@Override
	public final int hashCode() {
		return name.hashCode();
	}

	private static void requireName(String candidate) {
		if (!NAME.matcher(candidate).matches()) {
			throw new IllegalArgumentException("not an option name: " + candidate); //$NON-NLS-1$
		}
	}
}
