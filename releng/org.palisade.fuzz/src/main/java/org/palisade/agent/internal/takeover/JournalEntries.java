package org.palisade.agent.internal.takeover;

import org.palisade.fuzz.Property;

/** The journal that a client of the resident agent hands to the process that takes over. */
public final class JournalEntries {

	private JournalEntries() {
	}

	/** Reads a line, and what is written for it. */
	public static void requireReadable(String line) {
		JournalEntry.parse(line).ifPresent(entry -> {
			Property.require(entry.text().chars().allMatch(c -> c >= ' ' && c < 0x7f), "an entry is ASCII, on one line");
			Property.requireEqual(entry, JournalEntry.parse(entry.text()).orElseThrow(), "what was written is read");
		});
	}
}
