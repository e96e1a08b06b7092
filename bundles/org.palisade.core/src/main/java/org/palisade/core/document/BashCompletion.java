package org.palisade.core.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.OptionCatalog;

/** The completion of an agent's command line for bash, made from the declarations. */
public final class BashCompletion {

	/** What {@code compgen -W} takes as it stands; it would carry out what is in {@code $(...)}. */
	private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/@%+,-]+");
	/** A declaration does not say that its value is the path of a file. These are the endings by which the names of such options say so. */
	private static final List<String> FILE_ENDINGS = List.of("_file", "_script", "_known_hosts", "exec");

	private final StringBuilder script = new StringBuilder();
	private final OptionCatalog catalog;
	private final List<String> types;

	private BashCompletion(OptionCatalog catalog, List<String> types) {
		this.catalog = catalog;
		this.types = types;
	}

	/**
	 * {@return the script that bash reads to complete the command, in ASCII}
	 *
	 * @param command the name of the command, made of letters, digits, {@code _} and {@code -}
	 * @param catalog the options that exist
	 * @param types the types of the installed back ends
	 */
	public static String of(String command, OptionCatalog catalog, List<String> types) {
		BashCompletion completion = new BashCompletion(catalog, types);
		completion.write(command);
		return completion.script.toString();
	}

	private void write(String command) {
		String function = "_" + command;
		line("# bash completion for " + command);
		line(function + "()");
		line("{");
		line("\tlocal current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]}");
		line("\tCOMPREPLY=()");
		// Bash takes the = in --option=value for a word of its own.
		line("\tif [[ $current == '=' ]]; then");
		line("\t\tcurrent=");
		line("\telif [[ $option == '=' ]]; then");
		line("\t\toption=${COMP_WORDS[COMP_CWORD-2]}");
		line("\tfi");
		line("\tcase $option in");
		writeValues();
		line("\tesac");
		line("\tCOMPREPLY=($(compgen -W '" + String.join(" ", offeredOptions()) + "' -- \"$current\"))");
		line("}");
		line("complete -F " + function + " " + command);
	}

	private void writeValues() {
		List<OptionDeclaration> files = new ArrayList<>();
		List<OptionDeclaration> others = new ArrayList<>();
		for (OptionDeclaration declaration : catalog.declarations()) {
			if (declaration.type() == OptionType.BOOLEAN) {
				continue;
			}
			List<String> words = wordsFor(declaration);
			if (!words.isEmpty()) {
				writeCase(List.of(declaration), "COMPREPLY=($(compgen -W '" + String.join(" ", words) + "' -- \"$current\"))");
			} else {
				(isFile(declaration) ? files : others).add(declaration);
			}
		}
		// The option of complete is set for this one completion; where the function is called by something else, there is none.
		writeCase(files, "compopt -o filenames 2> /dev/null", "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")");
		writeCase(others);
	}

	private void writeCase(List<OptionDeclaration> declarations, String... commands) {
		if (declarations.isEmpty()) {
			return;
		}
		Set<String> spellings = new LinkedHashSet<>();
		declarations.forEach(declaration -> spellings.addAll(spellingsOf(declaration)));
		line("\t" + String.join(" | ", spellings) + ")");
		for (String command : commands) {
			line("\t\t" + command);
		}
		line("\t\treturn");
		line("\t\t;;");
	}

	private List<String> wordsFor(OptionDeclaration declaration) {
		return switch (declaration.name()) {
			case CoreOptions.ACTION -> harmless(Arrays.stream(FenceAction.values()).map(FenceAction::word).toList());
			case CoreOptions.VMWARE_TYPE -> harmless(types);
			default -> harmless(declaration.choices());
		};
	}

	private static boolean isFile(OptionDeclaration declaration) {
		return declaration.type() == OptionType.STRING && FILE_ENDINGS.stream().anyMatch(declaration.name()::endsWith);
	}

	/** {@return how an option can be written on the command line: by its letter and, with either kind of dash, by each of its names} */
	private static Set<String> spellingsOf(OptionDeclaration declaration) {
		Set<String> spellings = new LinkedHashSet<>();
		declaration.letter().map(letter -> "-" + letter).filter(letter -> HARMLESS.matcher(letter).matches()).ifPresent(spellings::add);
		List<String> names = new ArrayList<>(List.of(declaration.longOption(), declaration.name()));
		names.addAll(declaration.oldNames());
		for (String name : names) {
			spellings.add("--" + name);
			spellings.add("--" + name.replace('_', '-'));
		}
		return spellings;
	}

	private List<String> offeredOptions() {
		List<String> offered = new ArrayList<>();
		for (OptionDeclaration declaration : catalog.declarations()) {
			declaration.letter().ifPresent(letter -> offered.add("-" + letter));
			offered.add("--" + declaration.longOption());
		}
		return harmless(offered);
	}

	private static List<String> harmless(Collection<String> words) {
		return words.stream().filter(word -> HARMLESS.matcher(word).matches()).toList();
	}

	private void line(String text) {
		script.append(text).append('\n');
	}
}
