package org.palisade.testsupport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the control endpoint of a simulated vCenter has answered.
 *
 * @param json the answer, or a part of it
 */
public record SimulatorAnswer(String json) {

	/** {@return the first number of that name} */
	public int number(String name) {
		return Integer.parseInt(first("\"" + name + "\":(\\d+)"));
	}

	/** {@return the first text of that name} */
	public String text(String name) {
		return first("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").replace("\\/", "/");
	}

	private String first(String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(json);
		if (!matcher.find()) {
			throw new AssertionError("no " + pattern + " in " + json);
		}
		return matcher.group(1);
	}
}
