package org.palisade.agent.internal.takeover;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.palisade.api.PowerOperation;

/**
 * A line of the journal.
 *
 * @param stage how far the operation is
 * @param plugId the plug, as its server addresses it
 */
record JournalEntry(Stage stage, PowerOperation operation, String plugId) {

	enum Stage {
		/** It may have been asked for. */
		ASKED,
		/** The wanted state was seen after it. */
		SEEN,
		/** The server refused it or it failed. */
		REFUSED
	}

	String text() {
		return stage + " " + operation + " " + URLEncoder.encode(plugId, StandardCharsets.UTF_8);
	}

	/** {@return the entry of a line; empty when it is none} */
	static Optional<JournalEntry> parse(String line) {
		String[] words = line.split(" ", -1);
		if (words.length != 3) {
			return Optional.empty();
		}
		try {
			return Optional.of(new JournalEntry(Stage.valueOf(words[0]), PowerOperation.valueOf(words[1]),
					URLDecoder.decode(words[2], StandardCharsets.UTF_8)));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
