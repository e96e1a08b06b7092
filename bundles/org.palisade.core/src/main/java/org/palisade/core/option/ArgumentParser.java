package org.palisade.core.option;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;

/**
 * Reads a command line the way getopt does: {@code -a value}, {@code -avalue}, {@code -zv}, {@code --ip value}, {@code --ip=value}, long
 * options shortened as long as they are unambiguous, {@code --} before the end. No value is ever repeated in a message.
 */
public final class ArgumentParser {

	/** Only an option of this form is repeated in a message; anything else could be a value that begins with a dash. */
	private static final Pattern SHOWABLE_OPTION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	private final OptionCatalog catalog;
	private final List<String> arguments;
	private int next;

	private final Map<String, String> values = new HashMap<>();
	private int verbosity;

	private ArgumentParser(List<String> arguments, OptionCatalog catalog) {
		this.arguments = arguments;
		this.catalog = catalog;
	}

	/**
	 * {@return the options that stand in the arguments}
	 *
	 * @throws FenceException of kind OPTION at the first argument that is not understood
	 */
	public static RawOptions parse(List<String> arguments, OptionCatalog catalog) throws FenceException {
		ArgumentParser parser = new ArgumentParser(arguments, catalog);
		parser.parseAll();
		return new RawOptions(parser.values, List.of());
	}

	private void parseAll() throws FenceException {
		while (next < arguments.size()) {
			String argument = arguments.get(next++);
			if (argument.equals("--") && next == arguments.size()) {
				break;
			} else if (argument.startsWith("--") && argument.length() > 2) {
				parseLong(argument.substring(2));
			} else if (argument.startsWith("-") && argument.length() > 1 && !argument.equals("--")) {
				parseLetters(argument.substring(1));
			} else {
				throw problem(NLS.bind(Messages.stray_argument, next), Messages.stray_argument_advice);
			}
		}
		if (verbosity > 0) {
			values.putIfAbsent(CoreOptions.VERBOSE_LEVEL, Integer.toString(verbosity));
		}
	}

	private void parseLong(String text) throws FenceException {
		int equals = text.indexOf('=');
		String name = equals < 0 ? text : text.substring(0, equals);
		OptionDeclaration declaration = longOption(name);
		if (equals >= 0) {
			put(declaration, text.substring(equals + 1));
		} else if (declaration.type() == OptionType.BOOLEAN) {
			put(declaration, "1");
		} else {
			put(declaration, following("--" + declaration.longOption()));
		}
	}

	private OptionDeclaration longOption(String name) throws FenceException {
		Collection<OptionDeclaration> found = catalog.byPrefix(name);
		if (found.size() == 1) {
			return found.iterator().next();
		}
		String shown = SHOWABLE_OPTION.matcher(name).matches() ? "--" + name : NLS.bind(Messages.argument_number, next);
		if (found.isEmpty()) {
			throw problem(NLS.bind(Messages.unknown_option, shown), Messages.see_help);
		}
		StringJoiner candidates = new StringJoiner(", ");
		found.forEach(declaration -> candidates.add("--" + declaration.longOption()));
		throw problem(NLS.bind(Messages.ambiguous_option, shown, candidates), Messages.see_help);
	}

	private void parseLetters(String letters) throws FenceException {
		for (int i = 0; i < letters.length(); i++) {
			char letter = letters.charAt(i);
			Optional<OptionDeclaration> declaration = catalog.byLetter(letter);
			if (declaration.isEmpty()) {
				throw problem(NLS.bind(Messages.unknown_option, shownLetter(letter)), Messages.see_help);
			}
			if (declaration.get().type() == OptionType.BOOLEAN) {
				put(declaration.get(), "1");
			} else {
				String rest = letters.substring(i + 1);
				put(declaration.get(), rest.isEmpty() ? following("-" + letter) : rest);
				return;
			}
		}
	}

	private String shownLetter(char letter) {
		return letter > ' ' && letter < 0x7f ? "-" + letter : NLS.bind(Messages.argument_number, next);
	}

	private String following(String option) throws FenceException {
		if (next == arguments.size()) {
			throw problem(NLS.bind(Messages.value_missing, option), Messages.see_help);
		}
		return arguments.get(next++);
	}

	private void put(OptionDeclaration declaration, String value) throws FenceException {
		if (declaration.type() == OptionType.BOOLEAN) {
			boolean on = BooleanWord.parse(value).orElseThrow(() -> problem(NLS.bind(Messages.not_a_boolean, declaration.name()),
					Messages.boolean_form));
			if (on && declaration.name().equals(CoreOptions.VERBOSE)) {
				verbosity++;
			}
		}
		values.put(declaration.name(), value);
	}

	private static FenceException problem(String message, String advice) {
		return new FenceException(FenceProblem.Kind.OPTION, message, advice);
	}
}
