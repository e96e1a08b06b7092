package org.palisade.api.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Masks secrets in texts that come from outside: a server's message, the output of a command, what an exception of a library says. Such a
 * text may repeat what was sent. A back end applies this where the text enters, and never to texts of its own: a password that is an ordinary
 * word would be masked there too, and given away by that. It keeps no secret, so it may live as long as a session. Immutable and thread-safe.
 */
public final class Redaction {

	private static final String MASK = "********";

	/** A shorter secret would tear holes into innocent words, and tell itself by them; it is only looked for as a word. */
	private static final int SHORTEST_ANYWHERE = 4;

	private final List<RecognizedText> secrets;

	private Redaction(List<RecognizedText> secrets) {
		this.secrets = List.copyOf(secrets);
	}

	/** {@return what masks these secrets} An empty one is in no text. */
	public static Redaction of(Secret... secrets) {
		Redaction redaction = new Redaction(List.of());
		for (Secret secret : secrets) {
			redaction = redaction.and(secret);
		}
		return redaction;
	}

	/** {@return what masks this secret as well, also in the form in which it stands in XML} */
	public Redaction and(Secret secret) {
		String text = secret.reveal();
		if (text.isEmpty()) {
			return this;
		}
		List<RecognizedText> more = new ArrayList<>(secrets);
		more.add(RecognizedText.of(text));
		String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
		if (!escaped.equals(text)) {
			more.add(RecognizedText.of(escaped));
		}
		return new Redaction(more);
	}

	/** {@return the text without the secrets} */
	public String apply(String foreign) {
		String redacted = foreign;
		for (RecognizedText secret : secrets) {
			redacted = without(secret, redacted);
		}
		return redacted;
	}

	private static String without(RecognizedText secret, String text) {
		boolean anywhere = secret.length() >= SHORTEST_ANYWHERE;
		StringBuilder result = new StringBuilder();
		int copied = 0;
		for (int at = secret.indexIn(text, 0); at >= 0; at = secret.indexIn(text, Math.max(copied, at + 1))) {
			int end = at + secret.length();
			if (anywhere || isBoundary(text, at - 1) && isBoundary(text, end)) {
				result.append(text, copied, at).append(MASK);
				copied = end;
			}
		}
		return copied == 0 ? text : result.append(text, copied, text.length()).toString();
	}

	private static boolean isBoundary(String text, int index) {
		return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
	}

	/** Shows nothing. */
	@Override
	public String toString() {
		return "Redaction";
	}
}
