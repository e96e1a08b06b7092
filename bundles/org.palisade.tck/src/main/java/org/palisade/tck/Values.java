package org.palisade.tck;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;

/** Option values as the core hands them to a back end: of the declared types, defaults filled in. */
final class Values {

	private static final Set<String> TRUE = Set.of("1", "yes", "on", "true");
	private static final Set<String> FALSE = Set.of("0", "no", "off", "false");
	private static final Set<String> STANDARD_FLAGS = Set.of(StandardOptions.SSL, StandardOptions.SSL_SECURE, StandardOptions.SSL_INSECURE,
			StandardOptions.INET4_ONLY, StandardOptions.INET6_ONLY);

	private Values() {
	}

	/**
	 * {@return the given values with the defaults of the others}
	 *
	 * @throws IllegalArgumentException when a value is none of its option's type, or of no option at all
	 */
	static OptionValues of(List<OptionDeclaration> declared, Map<String, Object> given) {
		Map<String, Object> values = new HashMap<>();
		Map<String, Class<?>> types = standardTypes();
		values.put(StandardOptions.SSL, Boolean.TRUE);
		for (OptionDeclaration declaration : declared) {
			types.put(declaration.name(), javaType(declaration.type()));
			putDefault(declaration, values);
		}
		given.forEach((name, value) -> {
			Class<?> type = types.get(name);
			if (type == null || !type.isInstance(value)) {
				throw new IllegalArgumentException("the test bed gives a " + value.getClass().getSimpleName() + " for the option " + name
						+ (type == null ? ", which is neither declared nor a standard one" : ", which takes a " + type.getSimpleName()));
			}
			values.put(name, value);
		});
		return new OptionValues(values, given.keySet());
	}

	/** A default that is no value of its option is the business of a check of its own, and must not fail all others. */
	private static void putDefault(OptionDeclaration declaration, Map<String, Object> values) {
		if (declaration.defaultValue().filter(text -> isValue(declaration, text)).isPresent()) {
			values.put(declaration.name(), parse(declaration, declaration.defaultValue().get()));
		}
	}

	/** {@return the names of the options that the core declares for every back end} */
	static Set<String> standardNames() {
		return Arrays.stream(StandardOptions.class.getFields()).filter(field -> Modifier.isStatic(field.getModifiers())).map(field -> {
			try {
				return (String) field.get(null);
			} catch (IllegalAccessException e) {
				throw new IllegalStateException(e);
			}
		}).collect(Collectors.toUnmodifiableSet());
	}

	private static Map<String, Class<?>> standardTypes() {
		Map<String, Class<?>> types = new HashMap<>();
		standardNames().forEach(name -> types.put(name, String.class));
		STANDARD_FLAGS.forEach(name -> types.put(name, Boolean.class));
		types.put(StandardOptions.IP_PORT, Integer.class);
		types.put(StandardOptions.PASSWORD, Secret.class);
		return types;
	}

	private static Class<?> javaType(OptionType type) {
		return switch (type) {
			case BOOLEAN -> Boolean.class;
			case STRING, SELECT -> String.class;
			case SECRET -> Secret.class;
			case INTEGER -> Integer.class;
			case SECOND -> Duration.class;
		};
	}

	/**
	 * {@return the value that a user would have given as {@code text}}
	 *
	 * @throws IllegalArgumentException when the option takes no such value
	 */
	static Object parse(OptionDeclaration declaration, String text) {
		return switch (declaration.type()) {
			case STRING -> text;
			case SECRET -> Secret.of(text);
			case INTEGER -> Integer.valueOf(text);
			case BOOLEAN -> parseFlag(text.toLowerCase(Locale.ROOT));
			case SECOND -> parseSeconds(text);
			case SELECT -> parseChoice(declaration, text);
		};
	}

	/** {@return whether a user could give {@code text} as a value of the option} */
	static boolean isValue(OptionDeclaration declaration, String text) {
		try {
			parse(declaration, text);
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static Boolean parseFlag(String text) {
		if (!TRUE.contains(text) && !FALSE.contains(text)) {
			throw new IllegalArgumentException("not a boolean: " + text);
		}
		return TRUE.contains(text);
	}

	private static Duration parseSeconds(String text) {
		long seconds = Long.parseLong(text);
		if (seconds < 0) {
			throw new IllegalArgumentException("not a duration: " + text);
		}
		return Duration.ofSeconds(seconds);
	}

	private static String parseChoice(OptionDeclaration declaration, String text) {
		if (!declaration.choices().contains(text)) {
			throw new IllegalArgumentException("not one of " + declaration.choices() + ": " + text);
		}
		return text;
	}
}
