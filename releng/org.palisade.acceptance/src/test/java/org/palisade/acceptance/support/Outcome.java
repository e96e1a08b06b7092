package org.palisade.acceptance.support;

import java.time.Duration;

/**
 * How a process ended.
 *
 * @param exit its exit code
 * @param out what it wrote on standard output
 * @param err what it wrote on standard error
 * @param took wall-clock time from start to end
 */
public record Outcome(int exit, String out, String err, Duration took) {

	/** {@return everything that the process said} For messages of failed assertions and for looking for what must not be there. */
	public String all() {
		String complaint = err.lines().findFirst().orElse("nothing on standard error");
		return "exit code " + exit + " after " + took.toMillis() + " ms: " + complaint + "\n--- stdout\n" + out + "--- stderr\n" + err + "---";
	}

	/**
	 * {@return standard output}
	 *
	 * @throws AssertionError when the process failed
	 */
	public String require() {
		if (exit != 0) {
			throw new AssertionError(all());
		}
		return out;
	}
}
