package org.palisade.core.option;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.option.OptionDeclaration;

/** The text of {@code --help}, made from the declarations. */
public final class HelpText {

	private static final int DESCRIPTION_COLUMN = 34;
	private static final int WIDTH = 100;

	private HelpText() {
	}

	/**
	 * {@return the help, lines ended by line feeds}
	 *
	 * @param command the name of the command
	 * @param catalog the options that exist
	 */
	public static String of(String command, OptionCatalog catalog) {
		StringBuilder text = new StringBuilder();
		text.append(NLS.bind(Messages.help_usage, command)).append('\n').append(Messages.help_options).append('\n');
		for (OptionDeclaration declaration : catalog.declarations()) {
			append(text, declaration);
		}
		return text.toString();
	}

	private static void append(StringBuilder text, OptionDeclaration declaration) {
		String description = declaration.description()
				+ declaration.defaultValue().map(value -> " " + NLS.bind(Messages.help_default, value)).orElse("");
		StringBuilder line = new StringBuilder("   ").append(OptionUsage.of(declaration));
		if (line.length() >= DESCRIPTION_COLUMN) {
			text.append(line).append('\n');
			line.setLength(0);
		}
		pad(line);
		for (String word : description.split(" ")) {
			if (line.length() + 1 + word.length() > WIDTH && line.length() > DESCRIPTION_COLUMN) {
				text.append(line).append('\n');
				line.setLength(0);
				pad(line);
			}
			if (line.length() > DESCRIPTION_COLUMN) {
				line.append(' ');
			}
			line.append(word);
		}
		text.append(line).append('\n');
	}

	private static void pad(StringBuilder line) {
		while (line.length() < DESCRIPTION_COLUMN) {
			line.append(' ');
		}
	}
}
