package org.palisade.vsphere.internal;

/** Makes text that a server wrote fit to be shown. */
public final class ServerText {

	private static final int LONGEST = 300;

	private ServerText() {
	}

	/** {@return the text on one line, without control characters or a full stop at its end, cut when it is long} */
	public static String sanitised(String text) {
		StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST));
		String stripped = text.strip();
		for (int i = 0; i < stripped.length() && clean.length() < LONGEST; i++) {
			char c = stripped.charAt(i);
			clean.append(Character.isISOControl(c) ? ' ' : c);
		}
		int last = clean.length() - 1;
		if (last >= 0 && clean.charAt(last) == '.') {
			clean.setLength(last);
		}
		return stripped.length() > LONGEST ? clean.append('…').toString() : clean.toString();
	}
}
