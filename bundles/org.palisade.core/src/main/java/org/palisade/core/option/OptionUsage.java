package org.palisade.core.option;

import org.palisade.api.option.OptionDeclaration;

/** How an option is written on the command line, for example {@code -a, --ip=[value]}: the same in the metadata and in the help. */
final class OptionUsage {

	private OptionUsage() {
	}

	static String of(OptionDeclaration declaration) {
		String letter = declaration.letter().map(value -> "-" + value + ", ").orElse("");
		return letter + "--" + declaration.longOption() + argument(declaration);
	}

	private static String argument(OptionDeclaration declaration) {
		return switch (declaration.type()) {
			case BOOLEAN -> "";
			case INTEGER -> "=[number]";
			case SECOND -> "=[seconds]";
			case SELECT -> "=[" + String.join("|", declaration.choices()) + "]";
			case STRING, SECRET -> "=[value]";
		};
	}
}
