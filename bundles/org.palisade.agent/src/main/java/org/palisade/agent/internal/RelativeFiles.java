package org.palisade.agent.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionType;
import org.palisade.core.option.CoreOptions;
import org.palisade.core.option.OptionCatalog;
import org.palisade.core.option.RawOptions;

/**
 * Finds out whether a request from another folder means files by paths relative to that folder. A process has one folder, so it would look
 * for them in the wrong place. An option does not say whether it is a path, so each text counts as one that names a file in either folder.
 */
final class RelativeFiles {

	/** Files that need not exist yet. */
	private static final Set<String> MADE = Set.of(CoreOptions.DEBUG_FILE, CoreOptions.AUDIT_FILE);

	private RelativeFiles() {
	}

	static boolean areNamed(RawOptions raw, OptionCatalog catalog, Path folder) {
		for (OptionDeclaration declaration : catalog.declarations()) {
			String text = declaration.type() == OptionType.STRING ? raw.value(declaration.name()).orElse("") : "";
			if (!text.isEmpty() && isRelativeFile(text, MADE.contains(declaration.name()), folder)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isRelativeFile(String text, boolean made, Path folder) {
		try {
			Path path = Path.of(text);
			return !path.isAbsolute() && (made || Files.exists(path) || Files.exists(folder.resolve(path)));
		} catch (InvalidPathException e) {
			return false;
		}
	}
}
