package org.palisade.cluster.internal.pcs;

import java.util.ArrayList;
import java.util.List;

import org.palisade.cluster.model.TextRange;

/** How pcs quotes what it prints (pcs 0.11, {@code pcs/common/str_tools.py}): only what needs it, and {@code "} is all that is escaped. */
public final class PcsQuotes {

	/**
	 * A pair as it is printed.
	 *
	 * @param name the name
	 * @param value the value without quotes
	 * @param whole the pair and the white space in front of it
	 * @param where the pair
	 */
	record Pair(String name, String value, TextRange whole, TextRange where) {
	}

	private PcsQuotes() {
	}

	/** {@return an option as pcs prints it} */
	public static String option(String name, String value) {
		return name + "=" + quote(value);
	}

	private static String quote(String value) {
		if (!needsQuotes(value)) {
			return value;
		}
		if (value.indexOf('"') < 0) {
			return '"' + value + '"';
		}
		return value.indexOf('\'') < 0 ? "'" + value + "'" : '"' + value.replace("\"", "\\\"") + '"';
	}

	private static boolean needsQuotes(String value) {
		return value.indexOf(' ') >= 0 || value.indexOf('=') >= 0;
	}

	/** {@return the value that is printed so} */
	static String unquote(String printed) {
		char first = printed.isEmpty() ? 0 : printed.charAt(0);
		boolean quoted = printed.length() > 1 && (first == '"' || first == '\'') && printed.charAt(printed.length() - 1) == first;
		String inner = quoted ? printed.substring(1, printed.length() - 1) : "";
		// Quotes around what needs none are part of the value.
		if (!needsQuotes(inner)) {
			return printed;
		}
		return first == '"' ? inner.replace("\\\"", "\"") : inner;
	}

	/**
	 * {@return the pairs of a line}
	 *
	 * @param text the document
	 * @param start where the pairs begin
	 * @param end where the line ends
	 * @param single whether the line is one pair, as newer versions print it
	 */
	static List<Pair> pairs(String text, int start, int end, int line, boolean single) {
		List<Pair> pairs = new ArrayList<>();
		int whiteSpaceStart = start;
		int at = start;
		while (at < end) {
			if (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
				at++;
				continue;
			}
			int wordEnd = single ? end : wordEnd(text, at, end);
			String word = text.substring(at, wordEnd);
			int equals = word.indexOf('=');
			if (equals > 0) {
				pairs.add(new Pair(word.substring(0, equals), unquote(word.substring(equals + 1)),
						new TextRange(whiteSpaceStart, wordEnd - whiteSpaceStart, line), new TextRange(at, wordEnd - at, line)));
			}
			at = wordEnd;
			whiteSpaceStart = at;
		}
		return pairs;
	}

	private static int wordEnd(String text, int start, int end) {
		int at = start;
		char quote = 0;
		while (at < end && (quote != 0 || text.charAt(at) != ' ')) {
			char c = text.charAt(at);
			if (quote != 0) {
				at += c == '\\' && quote == '"' ? 1 : 0;
				quote = c == quote ? 0 : quote;
			} else if ((c == '"' || c == '\'') && at > start && text.charAt(at - 1) == '=') {
				quote = c;
			}
			at++;
		}
		return Math.min(at, end);
	}
}
