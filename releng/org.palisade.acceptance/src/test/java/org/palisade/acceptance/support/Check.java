package org.palisade.acceptance.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the fence-agent contract promises of each kind of end. */
public final class Check {

	private Check() {
	}

	/** Exit code 0 and exactly this line on standard output. */
	public static void succeeded(Outcome outcome, String line) {
		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals(line + "\n", outcome.out(), outcome::all);
	}

	/** Exit code 0 and nothing on standard error: there was nothing to warn of. */
	public static void quietlySucceeded(Outcome outcome, String line) {
		succeeded(outcome, line);
		assertEquals("", outcome.err(), outcome::all);
	}

	/** Exit code 0 and {@code Status: ON}. */
	public static void statusIsOn(Outcome outcome) {
		quietlySucceeded(outcome, "Status: ON");
	}

	/** Exit code 2 and {@code Status: OFF}. */
	public static void statusIsOff(Outcome outcome) {
		assertEquals(2, outcome.exit(), outcome::all);
		assertEquals("Status: OFF\n", outcome.out(), outcome::all);
		assertEquals("", outcome.err(), outcome::all);
	}

	/** Exit code 1, no word of success on standard output, and each of the words, in any case, on standard error. */
	public static void failed(Outcome outcome, String... words) {
		assertEquals(1, outcome.exit(), outcome::all);
		assertFalse(outcome.out().contains("Success"), outcome::all);
		assertFalse(outcome.out().contains("Status"), outcome::all);
		says(outcome, words);
	}

	/** Each of the words, in any case, stands on standard error. */
	public static void says(Outcome outcome, String... words) {
		for (String word : words) {
			assertTrue(outcome.err().toLowerCase().contains(word.toLowerCase()), () -> "says nothing of \"" + word + "\": " + outcome.all());
		}
	}

	/** No stack trace and no class name reaches a user. */
	public static void isForHumans(Outcome outcome) {
		assertFalse(outcome.err().contains("Exception"), outcome::all);
		assertFalse(outcome.err().contains("\tat "), outcome::all);
	}

	/** The text does not stand in anything that the process wrote. */
	public static void keepsSecret(String secret, Outcome outcome) {
		assertFalse((outcome.out() + outcome.err()).contains(secret), "a secret was shown");
	}
}
