package org.palisade.cluster.internal.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Pacemaker and the agents write them. */
final class Durations {

	private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(us|usec|ms|msec|s|sec|m|min|h|hr)?");

	private Durations() {
	}

	/** {@return the seconds, rounded up; a number without a unit is seconds; empty when the text is no duration} */
	static Optional<Long> seconds(String text) {
		Matcher matcher = DURATION.matcher(text.strip());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		long number = Long.parseLong(matcher.group(1));
		return Optional.of(switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
			case "us", "usec" -> (number + 999_999) / 1_000_000;
			case "ms", "msec" -> (number + 999) / 1000;
			case "m", "min" -> number * 60;
			case "h", "hr" -> number * 3600;
			default -> number;
		});
	}
}
