package org.palisade.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoffTest {

	/** Controls, and halves of a pair without the other. */
	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\u001f", "\u007f", "\u0080", "\u009f", "\ud800", "\udfff" })
	void whatCannotBeShownIsReplaced(String text) {
		assertEquals("\\[uFFFD]", Roff.plain(text));
	}

	@Test
	void theNeighboursOfWhatCannotBeShownAreNamed() {
		assertEquals("\\[u00A0]", Roff.plain("\u00a0"));
		assertEquals("\\[uD7FF]", Roff.plain("\ud7ff"));
		assertEquals("\\[uE000]", Roff.plain("\ue000"));
		assertEquals("\\[u10FFFF]", Roff.plain("\udbff\udfff"));
		assertEquals("} ", Roff.plain("} "));
	}
}
