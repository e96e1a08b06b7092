package org.palisade.simulator.internal.rest;

/** A version of the API, as far as it matters which operations there are. */
record ApiVersion(int major, int minor, int update) {

	static ApiVersion parse(String text) {
		String[] numbers = text.split("\\.");
		return new ApiVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]),
				numbers.length > 2 ? Integer.parseInt(numbers[2]) : 0);
	}

	boolean isAtLeast(int otherMajor, int otherMinor, int otherUpdate) {
		if (major != otherMajor) {
			return major > otherMajor;
		}
		return minor != otherMinor ? minor > otherMinor : update >= otherUpdate;
	}
}
