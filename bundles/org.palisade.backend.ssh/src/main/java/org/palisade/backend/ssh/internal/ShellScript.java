package org.palisade.backend.ssh.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of commands for a POSIX shell, and the way back from their combined output to the output and exit status of each. After each
 * command a line with its exit status is written, so an output that was cut off cannot be taken for a complete one.
 */
final class ShellScript {

	private static final String MARK = "palisade-exit-status";

	private final StringBuilder text = new StringBuilder();
	private int commands;

	/**
	 * What a command did.
	 *
	 * @param exitStatus its exit status
	 * @param lines what it wrote to standard output and standard error, without empty lines
	 */
	record Result(int exitStatus, List<String> lines) {
		Result {
			lines = List.copyOf(lines);
		}
	}

	/** Adds a command with its arguments, each of which reaches the command unchanged whatever it holds. */
	ShellScript then(List<String> words) {
		for (String word : words) {
			text.append(quote(word)).append(' ');
		}
		// Nothing may wait for an input that nobody gives; the empty line ends an output that lacks a line end.
		text.append("</dev/null 2>&1; printf '\\n%s %s\\n' ").append(MARK).append(" $?; ");
		commands++;
		return this;
	}

	int commands() {
		return commands;
	}

	/** {@return the script as one line; may hold passwords} */
	String text() {
		return text.toString();
	}

	/** {@return what each command did, empty when the output does not hold the end of each} */
	List<Result> split(String output) {
		List<Result> results = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		for (String line : output.split("\r?\n")) {
			if (line.startsWith(MARK + " ")) {
				results.add(new Result(status(line.substring(MARK.length() + 1)), lines));
				lines.clear();
			} else if (!line.isBlank()) {
				lines.add(line);
			}
		}
		return results.size() == commands ? results : List.of();
	}

	private static int status(String digits) {
		try {
			return Integer.parseInt(digits.strip());
		} catch (NumberFormatException noStatus) {
			return -1;
		}
	}

	/**
	 * {@return the word so quoted that the shell takes it literally}
	 *
	 * @throws IllegalArgumentException when it has a control character: terminals and logs on the way may act on it
	 */
	static String quote(String word) {
		if (hasControlCharacter(word)) {
			throw new IllegalArgumentException("control character");
		}
		return "'" + word.replace("'", "'\\''") + "'";
	}

	static boolean hasControlCharacter(String word) {
		return word.chars().anyMatch(Character::isISOControl);
	}
}
