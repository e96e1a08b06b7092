package org.palisade.core.option;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;

/** What is asked of a file that is to print a secret. */
public final class ScriptFile {

	private ScriptFile() {
	}

	/**
	 * {@return what is wrong with a script, empty for one that can be run}
	 *
	 * @param option the option that names it
	 * @param path what it names
	 */
	public static Optional<FenceProblem> problem(String option, String path) {
		return isExecutable(path) ? Optional.empty()
				: Optional.of(new FenceProblem(FenceProblem.Kind.OPTION, NLS.bind(Messages.not_executable, option), Messages.not_executable_advice));
	}

	private static boolean isExecutable(String text) {
		try {
			Path path = Path.of(text);
			return Files.isRegularFile(path) && Files.isExecutable(path);
		} catch (InvalidPathException e) {
			return false;
		}
	}
}
