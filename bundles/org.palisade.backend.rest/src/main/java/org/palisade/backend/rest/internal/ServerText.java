package org.palisade.backend.rest.internal;

/** Makes text that a server wrote fit to be shown. */
final class ServerText {

	private static final int LONGEST = 300;

	private ServerText() {
	}

	/** {@return the text on one line, without control characters or a full stop at its end, cut when it is long} */
	static String sanitised(String text) {
		String stripped = text.strip();
		StringBuilder shown = new StringBuilder(Math.min(stripped.length(), LONGEST));
		for (int i = 0; i < stripped.length() && i < LONGEST; i++) {
			char c = stripped.charAt(i);
			shown.append(Character.isISOControl(c) ? ' ' : c);
		}
		if (stripped.length() > LONGEST) {
			return shown.append('…').toString();
		}
		return stripped.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown.toString();
	}
}
