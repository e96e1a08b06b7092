package org.palisade.ui.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ConsoleLinesTest {

	private final ConsoleLines lines = new ConsoleLines();
	private final List<String> written = new ArrayList<>();

	@Test
	void writesWhatWasKeptAndThenWhatComes() {
		lines.add("before");
		lines.writeTo(written::add);
		lines.add("after");
		assertEquals(List.of("before", "after"), written);
	}

	@Test
	void forgetsTheOldestWhenNobodyLooks() {
		String line = "x".repeat(1000);
		for (int i = 0; i < 1000; i++) {
			lines.add(i + line);
		}
		lines.writeTo(written::add);
		assertTrue(written.stream().mapToInt(String::length).sum() <= ConsoleLines.MOST_CHARACTERS);
		assertEquals("999" + line, written.get(written.size() - 1));
	}
}
