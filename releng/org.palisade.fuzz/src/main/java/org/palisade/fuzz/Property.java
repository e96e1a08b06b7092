package org.palisade.fuzz;

/** What has to hold for every input. */
public final class Property {

	private Property() {
	}

	/** Reports a finding unless {@code holds}. */
	public static void require(boolean holds, String property) {
		if (!holds) {
			throw new AssertionError(property);
		}
	}

	/** Reports a finding unless both are equal. */
	public static void requireEqual(Object expected, Object actual, String property) {
		if (!expected.equals(actual)) {
			throw new AssertionError(property + ": expected " + expected + " but was " + actual);
		}
	}
}
