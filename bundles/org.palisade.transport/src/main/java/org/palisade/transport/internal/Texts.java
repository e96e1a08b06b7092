package org.palisade.transport.internal;

/** Makes text that came from elsewhere fit to be shown. */
final class Texts {

	private static final int LONGEST = 200;

	private Texts() {
	}

	/** {@return the message of an exception, or its type when it has none} */
	static String of(Throwable failure) {
		String message = failure.getMessage();
		return sanitised(message == null || message.isBlank() ? failure.getClass().getSimpleName() : message);
	}

	/** {@return the text on one line, without control characters, cut when it is long} */
	static String sanitised(String text) {
		StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST));
		for (int i = 0; i < text.length() && clean.length() < LONGEST; i++) {
			char c = text.charAt(i);
			clean.append(Character.isISOControl(c) ? ' ' : c);
		}
		return text.length() > LONGEST ? clean.append('…').toString() : clean.toString();
	}
}
