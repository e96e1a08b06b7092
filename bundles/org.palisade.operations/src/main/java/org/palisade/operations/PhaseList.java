package org.palisade.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phases as one value of an audit line: {@code login:0+120,find:120+30!}, in milliseconds, an exclamation mark after one that failed. */
final class PhaseList {

	private static final Pattern TIMING = Pattern.compile("([a-z]+):(\\d{1,9})\\+(\\d{1,9})(!?)");

	private PhaseList() {
	}

	static String write(List<PhaseTiming> timings) {
		StringJoiner text = new StringJoiner(",");
		for (PhaseTiming timing : timings) {
			text.add(timing.phase().word() + ":" + timing.start().toMillis() + "+" + timing.duration().toMillis() + (timing.failed() ? "!" : ""));
		}
		return text.toString();
	}

	/** What cannot be read is left out: a later version may know more phases. */
	static List<PhaseTiming> read(String text) {
		List<PhaseTiming> timings = new ArrayList<>();
		for (String part : text.split(",")) {
			Matcher matcher = TIMING.matcher(part);
			if (matcher.matches()) {
				Phase.of(matcher.group(1)).ifPresent(phase -> timings.add(new PhaseTiming(phase, milliseconds(matcher.group(2)),
						milliseconds(matcher.group(3)), !matcher.group(4).isEmpty())));
			}
		}
		return timings;
	}

	private static Duration milliseconds(String digits) {
		return Duration.ofMillis(Long.parseLong(digits));
	}
}
