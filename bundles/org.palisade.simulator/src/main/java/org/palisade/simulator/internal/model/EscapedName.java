package org.palisade.simulator.internal.model;

/** The escaping of names in the inventory: a slash is {@code %2f}, a backslash {@code %5c}, a percent sign {@code %25}. */
public final class EscapedName {

	private EscapedName() {
	}

	/** Escapes a name as a person would write it. */
	public static String of(String plain) {
		return plain.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
	}

	/** Escapes what the API demands of a name that a client passed, which may be escaped already. */
	public static String ofClient(String given) {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < given.length(); i++) {
			char c = given.charAt(i);
			switch (c) {
			case '/' -> escaped.append("%2f");
			case '\\' -> escaped.append("%5c");
			case '%' -> escaped.append(startsEscape(given, i) ? "%" : "%25");
			default -> escaped.append(c);
			}
		}
		return escaped.toString();
	}

	private static boolean startsEscape(String text, int at) {
		return text.regionMatches(true, at, "%2f", 0, 3) || text.regionMatches(true, at, "%5c", 0, 3) || text.regionMatches(at, "%25", 0, 3);
	}
}
