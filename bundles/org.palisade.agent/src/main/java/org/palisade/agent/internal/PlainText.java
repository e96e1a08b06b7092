package org.palisade.agent.internal;

/** Keeps foreign text from forging lines or steering a terminal. */
final class PlainText {

	private PlainText() {
	}

	/** {@return the text with every control character and line separator replaced by a blank} */
	static String of(String text) {
		if (isPlain(text)) {
			return text;
		}
		StringBuilder plain = new StringBuilder(text);
		for (int i = 0; i < plain.length(); i++) {
			if (isControl(plain.charAt(i))) {
				plain.setCharAt(i, ' ');
			}
		}
		return plain.toString();
	}

	/** {@return whether the text is free of control characters and line separators} */
	static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isControl(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isControl(char c) {
		return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
	}
}
