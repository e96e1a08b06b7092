package org.palisade.ui.internal.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Lines that are kept until there is a console to write them to. Thread-safe. */
final class ConsoleLines {

	/** Old lines go: this is for looking on, and the history is for remembering. */
	static final int MOST_CHARACTERS = 400_000;

	private final Deque<String> kept = new ArrayDeque<>();
	private int characters;
	private Consumer<String> console;

	synchronized void add(String line) {
		if (console != null) {
			console.accept(line);
			return;
		}
		kept.add(line);
		characters += line.length();
		while (characters > MOST_CHARACTERS) {
			characters -= kept.remove().length();
		}
	}

	/** Has what was kept and what is still to come written by {@code writer}. */
	synchronized void writeTo(Consumer<String> writer) {
		console = writer;
		kept.forEach(writer);
		kept.clear();
		characters = 0;
	}
}
