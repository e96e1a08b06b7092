package org.palisade.core.document;

/**
 * Text in the language of groff's {@code man} macros (groff_man(7)). Whatever is handed in appears as it is written: a dash that can be
 * copied into a shell, a backslash, a dot at the beginning of a line. The result is ASCII, so no locale can spoil it.
 */
final class Roff {

	private final StringBuilder text = new StringBuilder();

	/** Adds a request line, for example {@code .TP}, whose arguments are already in this language. */
	Roff request(String line) {
		text.append(line).append('\n');
		return this;
	}

	/** Adds a heading. */
	Roff section(String title) {
		return request(".SH " + quoted(title));
	}

	/** Adds a paragraph of plain text. */
	Roff paragraph(String content) {
		return request(".PP").line(plain(content));
	}

	/** Adds an item: a term already in this language, and its explanation in plain text. */
	void item(String term, String explanation) {
		request(".TP").line(term).line(plain(explanation));
	}

	/** Adds lines that are shown as they are, indented. */
	void literal(String... lines) {
		request(".PP").request(".RS 4").request(".nf");
		for (String line : lines) {
			line(plain(line));
		}
		request(".fi").request(".RE");
	}

	/** Adds a line of text that is already in this language. An invisible character keeps its beginning from being taken for a request. */
	Roff line(String content) {
		boolean request = content.startsWith(".") || content.startsWith("'");
		text.append(request ? "\\&" : "").append(content).append('\n');
		return this;
	}

	/** {@return the text as it is to be seen, on one line} */
	static String plain(String content) {
		StringBuilder escaped = new StringBuilder(content.length() + 16);
		content.codePoints().forEach(point -> appendEscaped(escaped, point));
		String line = escaped.toString();
		return line.startsWith(".") ? "\\&" + line : line;
	}

	/** {@return the text in bold, which is for what is typed as it stands} */
	static String bold(String content) {
		return "\\fB" + plain(content) + "\\fR";
	}

	/** {@return the text in italics, which is for what is replaced by a value} */
	static String italic(String content) {
		return "\\fI" + plain(content) + "\\fR";
	}

	/** {@return the text as one argument of a request} */
	static String quoted(String content) {
		return '"' + plain(content) + '"';
	}

	@Override
	public String toString() {
		return text.toString();
	}

	private static void appendEscaped(StringBuilder escaped, int point) {
		switch (point) {
			case '\\' -> escaped.append("\\(rs");
			case '-' -> escaped.append("\\-");
			case '"' -> escaped.append("\\(dq");
			case '\'' -> escaped.append("\\(aq");
			case '`' -> escaped.append("\\(ga");
			case '^' -> escaped.append("\\(ha");
			case '~' -> escaped.append("\\(ti");
			case '\n', '\r', '\t' -> escaped.append(' ');
			default -> {
				if (point >= ' ' && point < 0x7f) {
					escaped.append((char) point);
				} else {
					escaped.append(String.format("\\[u%04X]", isShowable(point) ? point : 0xFFFD));
				}
			}
		}
	}

	private static boolean isShowable(int point) {
		boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
		return !surrogate && !Character.isISOControl(point);
	}
}
