package org.palisade.core.audit;

/**
 * A line of {@code key=value} pairs, in the style that log collectors call logfmt. A value that is empty or could be misread stands in double
 * quotes; in those, a quote and a backslash have a backslash before them, and what is not to be seen is escaped as in JSON.
 */
final class Logfmt {

	private final StringBuilder line = new StringBuilder();

	/**
	 * Adds a pair.
	 *
	 * @param key letters and underscores
	 */
	Logfmt add(String key, String value) {
		if (!line.isEmpty()) {
			line.append(' ');
		}
		line.append(key).append('=');
		if (isPlain(value)) {
			line.append(value);
		} else {
			appendQuoted(value);
		}
		return this;
	}

	private static boolean isPlain(String value) {
		return !value.isEmpty()
				&& value.codePoints().allMatch(c -> c > ' ' && c != '"' && c != '\\' && c != '=' && !Character.isSpaceChar(c) && !isInvisible(c));
	}

	private void appendQuoted(String value) {
		line.append('"');
		value.codePoints().forEach(this::appendEscaped);
		line.append('"');
	}

	private void appendEscaped(int c) {
		switch (c) {
			case '"', '\\' -> line.append('\\').append((char) c);
			case '\n' -> line.append("\\n");
			case '\r' -> line.append("\\r");
			case '\t' -> line.append("\\t");
			default -> {
				if (isInvisible(c)) {
					for (char unit : Character.toChars(c)) {
						line.append(String.format("\\u%04x", (int) unit));
					}
				} else {
					line.appendCodePoint(c);
				}
			}
		}
	}

	/** What could end the line, steer a terminal, change the direction of the text, or is no character at all. */
	private static boolean isInvisible(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
					Character.UNASSIGNED -> true;
			default -> false;
		};
	}

	@Override
	public String toString() {
		return line.toString();
	}
}
