package org.palisade.api.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;

class OptionValuesTest {

	private static final OptionValues VALUES = new OptionValues(
			Map.of("text", "t", "flag", true, "off", false, "number", 7, "time", Duration.ofSeconds(2), "secret", Secret.of("s3cret")),
			Set.of("text"));
	private static final OptionValues NONE = new OptionValues(Map.of(), Set.of());

	@Test
	void valuesHaveTheirTypes() {
		assertEquals(Optional.of("t"), VALUES.text("text"));
		assertEquals("t", VALUES.requiredText("text"));
		assertTrue(VALUES.flag("flag"));
		assertFalse(VALUES.flag("off"));
		assertEquals(OptionalInt.of(7), VALUES.number("number"));
		assertEquals(Optional.of(Duration.ofSeconds(2)), VALUES.duration("time"));
		assertEquals(Optional.of(Secret.of("s3cret")), VALUES.secret("secret"));
	}

	@Test
	void whatIsNotThereIsEmpty() {
		assertEquals(Optional.empty(), NONE.text("x"));
		assertFalse(NONE.flag("x"));
		assertEquals(OptionalInt.empty(), NONE.number("x"));
		assertEquals(Optional.empty(), NONE.duration("x"));
		assertEquals(Optional.empty(), NONE.secret("x"));
		assertThrows(NoSuchElementException.class, () -> NONE.requiredText("x"));
	}

	@Test
	void aDefaultIsNotGiven() {
		assertTrue(VALUES.isGiven("text"));
		assertFalse(VALUES.isGiven("flag"));
	}

	@Test
	void anotherTypeIsAMistakeOfTheCaller() {
		assertThrows(ClassCastException.class, () -> VALUES.text("number"));
		assertThrows(ClassCastException.class, () -> VALUES.text("secret"));
	}

	@Test
	void oneMoreValueLeavesTheOthersAndTheOriginalAlone() {
		OptionValues more = NONE.with("text", "new").with("text", "newer").with("flag", true);

		assertEquals(Optional.of("newer"), more.text("text"));
		assertTrue(more.flag("flag") && more.isGiven("flag"));
		assertEquals(Optional.empty(), NONE.text("text"));
	}

	@Test
	void noTextGivesAValueAway() {
		assertEquals("OptionValues[flag, number, off, secret, text, time]", VALUES.toString());
		assertEquals("********", Secret.of("s3cret").toString());
		assertEquals(Secret.of("a").hashCode(), Secret.of("b").hashCode());
	}

	@Test
	void aSecretIsItsText() {
		assertEquals(Secret.of("a"), Secret.of("a"));
		assertFalse(Secret.of("a").equals(Secret.of("b")));
		assertEquals("a", Secret.of("a").reveal());
		assertTrue(Secret.of("").isEmpty());
		assertFalse(Secret.of("a").isEmpty());
	}
}
