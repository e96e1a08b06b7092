package org.palisade.simulator.internal.http;

import java.nio.charset.StandardCharsets;

/** Answers that are well-formed and hold values of other types than was agreed. */
final class WrongTypes {

	private WrongTypes() {
	}

	static byte[] in(byte[] answer) {
		String text = new String(answer, StandardCharsets.UTF_8);
		return (text.startsWith("<") ? xml(text) : json(text)).getBytes(StandardCharsets.UTF_8);
	}

	/** A typed value is said to be a number, what stands for itself becomes a word, and a reference is one to something that there is not. */
	private static String xml(String text) {
		return text.replaceAll("xsi:type=\"[^\"]*\"", "xsi:type=\"xsd:int\"").replaceAll(" type=\"[^\"]*\"", " type=\"Nonsense\"")
				.replaceAll(">(\\d[^<]*|true|false)</", ">wrong</");
	}

	/** Strings become numbers, numbers and truth values become lists. Names of members stay. */
	private static String json(String text) {
		return text.replaceAll("(?<![\\w.\"])(-?\\d+|true|false)(?=[,}\\]])", "[[]]").replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"(?!\\s*:)", "7");
	}
}
