package org.palisade.connections;

/**
 * How long a server may take, in seconds, as the options of the same names of the agent. Zero means no limit but that of the whole run.
 *
 * @param login how long logging in may take
 * @param answer how long one answer may take, {@code shell_timeout}
 * @param power how long one power operation may take
 */
public record Timeouts(int login, int answer, int power) {

	/** The agent's own defaults. */
	public static final Timeouts DEFAULT = new Timeouts(5, 3, 20);

	/** The longest that is accepted. */
	public static final int LONGEST = 3600;

	/** Refuses what is out of range. */
	public Timeouts {
		requireInRange(login);
		requireInRange(answer);
		requireInRange(power);
	}

	private static void requireInRange(int seconds) {
		if (seconds < 0 || seconds > LONGEST) {
			throw new IllegalArgumentException(seconds + " is not in the range 0 to " + LONGEST);
		}
	}
}
