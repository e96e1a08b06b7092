package org.palisade.core.option;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;

/** Turns the text of a value into the Java type of its option. A message tells the right form and never the value. */
final class ValueParser {

	private static final int HIGHEST_PORT = 65535;
	private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
	private static final int NANO_DIGITS = 9;

	private ValueParser() {
	}

	static Object parse(OptionDeclaration declaration, String text) throws FenceException {
		return switch (declaration.type()) {
			case STRING -> text;
			case SECRET -> Secret.of(text);
			case BOOLEAN -> BooleanWord.parse(text).orElseThrow(() -> wrong(declaration, Messages.boolean_form));
			case INTEGER -> integer(declaration, text);
			case SECOND -> seconds(text).orElseThrow(() -> wrong(declaration, Messages.seconds_form));
			case SELECT -> choice(declaration, text);
		};
	}

	private static Integer integer(OptionDeclaration declaration, String text) throws FenceException {
		String digits = text.strip();
		int value;
		try {
			value = Integer.parseInt(digits);
		} catch (NumberFormatException e) {
			throw wrong(declaration, Messages.integer_form);
		}
		if (!isPlainDecimal(digits.startsWith("-") ? digits.substring(1) : digits)) {
			throw wrong(declaration, Messages.integer_form);
		}
		boolean port = declaration.name().equals(StandardOptions.IP_PORT);
		if (port && (value < 1 || value > HIGHEST_PORT)) {
			throw wrong(declaration, Messages.port_form);
		}
		boolean count = declaration.name().equals(CoreOptions.RETRY_ON) || declaration.name().equals(CoreOptions.VERBOSE_LEVEL);
		if (count && value < 0) {
			throw wrong(declaration, Messages.count_form);
		}
		return value;
	}

	/** fence-agents take whole seconds; a fraction and the unit that pacemaker's own durations may carry mean the same and do no harm. */
	private static Optional<Duration> seconds(String text) {
		String number = text.strip();
		if (number.endsWith("sec")) {
			number = number.substring(0, number.length() - "sec".length()).stripTrailing();
		} else if (number.endsWith("s")) {
			number = number.substring(0, number.length() - 1).stripTrailing();
		}
		if (!isPlainDecimal(number)) {
			return Optional.empty();
		}
		BigDecimal value = new BigDecimal(number);
		return value.compareTo(LONGEST_SECONDS) > 0 ? Optional.empty()
				: Optional.of(Duration.ofNanos(value.movePointRight(NANO_DIGITS).longValue()));
	}

	/** No sign, no exponent, no digits of other scripts: those are mistakes here, though Java would take them. */
	private static boolean isPlainDecimal(String text) {
		int points = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '.') {
				points++;
			} else if (c < '0' || c > '9') {
				return false;
			}
		}
		return points <= 1 && text.length() > points;
	}

	private static String choice(OptionDeclaration declaration, String text) throws FenceException {
		for (String choice : declaration.choices()) {
			if (choice.equalsIgnoreCase(text.strip())) {
				return choice;
			}
		}
		throw wrong(declaration, NLS.bind(Messages.select_form, String.join(", ", declaration.choices())));
	}

	static FenceException wrong(OptionDeclaration declaration, String advice) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.value_wrong, declaration.name()), advice);
	}
}
