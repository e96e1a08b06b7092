package org.palisade.vsphere.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class RepeatedTextsTest {

	private final RepeatedTexts texts = new RepeatedTexts();

	private String text(String text) {
		String padded = "<" + text + ">";
		return texts.text(padded.toCharArray(), 1, text.length());
	}

	@Test
	void isTheSameStringTheSecondTime() {
		assertSame(text("config.uuid"), text("config.uuid"));
	}

	@Test
	void isWhatWasReadHoweverManyComeBetween() {
		for (int i = 0; i < 10_000; i++) {
			assertEquals("node" + i, text("node" + i));
			assertEquals("runtime.powerState", text("runtime.powerState"));
			assertEquals("", text(""));
		}
	}

	@Test
	void tellsTextsOfTheSameHashFromEachOther() {
		assertEquals("Aa".hashCode(), "BB".hashCode());
		assertEquals("Aa", text("Aa"));
		assertEquals("BB", text("BB"));
		assertEquals("Aa", text("Aa"));
	}

	@Test
	void keepsNoLongOnes() {
		String longText = "4210a3c5-7be1-5b21-9a09-8c1e7a7f1d10 and more";

		assertEquals(longText, text(longText));
		assertNotSame(text(longText), text(longText));
	}
}
