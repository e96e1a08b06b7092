package org.palisade.operations;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a line of {@code key=value} pairs as the audit trail has them: a value may stand in double quotes, with a backslash before what is
 * escaped. Text before the first pair, such as the head of a line of syslog, is left out.
 */
final class LogfmtReader {

	private final String line;
	private final Map<String, String> values = new LinkedHashMap<>();
	private int at;

	private LogfmtReader(String line) {
		this.line = line;
	}

	static Map<String, String> read(String line) {
		LogfmtReader reader = new LogfmtReader(line);
		while (reader.at < line.length()) {
			reader.readPair();
		}
		return reader.values;
	}

	private void readPair() {
		int start = at;
		while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
			at++;
		}
		boolean key = at > start && at < line.length() && line.charAt(at) == '=';
		if (!key) {
			skipWord();
			return;
		}
		String name = line.substring(start, at);
		at++;
		values.put(name, at < line.length() && line.charAt(at) == '"' ? quoted() : plain());
	}

	private void skipWord() {
		while (at < line.length() && line.charAt(at) != ' ') {
			at++;
		}
		at++;
	}

	private String plain() {
		int start = at;
		skipWord();
		return line.substring(start, Math.min(at - 1, line.length()));
	}

	private String quoted() {
		StringBuilder text = new StringBuilder();
		at++;
		while (at < line.length() && line.charAt(at) != '"') {
			if (line.charAt(at) == '\\' && at + 1 < line.length()) {
				at++;
				readEscaped(text);
			} else {
				text.append(line.charAt(at));
			}
			at++;
		}
		at += 2;
		return text.toString();
	}

	/** At the character after the backslash; leaves the position at the last character of the sequence. */
	private void readEscaped(StringBuilder text) {
		char c = line.charAt(at);
		switch (c) {
			case 'n' -> text.append('\n');
			case 'r' -> text.append('\r');
			case 't' -> text.append('\t');
			case 'u' -> readUnicode(text);
			default -> text.append(c);
		}
	}

	private void readUnicode(StringBuilder text) {
		int end = at + 5;
		if (end > line.length() || !line.substring(at + 1, end).chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
			text.append('u');
			return;
		}
		text.append((char) Integer.parseInt(line.substring(at + 1, end), 16));
		at = end - 1;
	}
}
