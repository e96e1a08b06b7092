package org.palisade.ui.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Presses keys as a keyboard does: the X server gives them to the window that has the focus. Not for the UI thread. */
final class Keys {

	private static final String PROGRAM = "xdotool";

	private Keys() {
	}

	/** {@return whether keys can be pressed here} */
	static boolean canBePressed() {
		try {
			return run(List.of("version")) == 0;
		} catch (IOException notInstalled) {
			return false;
		}
	}

	/**
	 * Presses a key, with modifiers before it if there are any, and releases all.
	 *
	 * @param keys names as X has them, {@code ctrl+alt+s} for example
	 */
	static void press(String keys) {
		carryOut("key", keys);
	}

	/** Types a text. */
	static void type(String text) {
		carryOut("type", text);
	}

	private static void carryOut(String... arguments) {
		try {
			if (run(List.of(arguments)) != 0) {
				throw new AssertionError(String.join(" ", arguments));
			}
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static int run(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(PROGRAM));
		command.addAll(arguments);
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
