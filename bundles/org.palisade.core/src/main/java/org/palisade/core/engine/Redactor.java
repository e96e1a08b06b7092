package org.palisade.core.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.Secret;

/**
 * Removes secrets from the texts of a back end, whose author may have forgotten that a server's error message repeats what it was sent.
 * Thread-safe.
 */
final class Redactor {

	private static final String MASK = "********";

	/** A shorter secret would tear holes into innocent words, and tell itself by them; it is only looked for as a word. */
	private static final int SHORTEST_ANYWHERE = 4;

	private final List<String> secrets = new CopyOnWriteArrayList<>();

	void add(Secret secret) {
		String text = secret.reveal();
		if (!text.isEmpty()) {
			secrets.add(text);
			String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
			if (!escaped.equals(text)) {
				secrets.add(escaped);
			}
		}
	}

	String redact(String text) {
		String redacted = text;
		for (String secret : secrets) {
			redacted = secret.length() < SHORTEST_ANYWHERE ? withoutWord(redacted, secret) : redacted.replace(secret, MASK);
		}
		return redacted;
	}

	FenceProblem redact(FenceProblem problem) {
		return new FenceProblem(problem.kind(), redact(problem.message()), redact(problem.advice()));
	}

	Diagnostics redacting(Diagnostics diagnostics) {
		return new Diagnostics() {
			@Override
			public void warning(String message) {
				diagnostics.warning(redact(message));
			}

			@Override
			public void detail(String message) {
				diagnostics.detail(redact(message));
			}
		};
	}

	private static String withoutWord(String text, String word) {
		StringBuilder result = new StringBuilder();
		int copied = 0;
		for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			if (at >= copied && isBoundary(text, at - 1) && isBoundary(text, at + word.length())) {
				result.append(text, copied, at).append(MASK);
				copied = at + word.length();
			}
		}
		return result.append(text, copied, text.length()).toString();
	}

	private static boolean isBoundary(String text, int index) {
		return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
	}
}
