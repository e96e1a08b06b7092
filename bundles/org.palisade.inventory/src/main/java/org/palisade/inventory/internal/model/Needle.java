package org.palisade.inventory.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.palisade.vsphere.InventoryNames;

/** A text that is looked for, whatever the case of letters. Immutable. */
final class Needle {

	private static final int CASE_BIT = 'a' ^ 'A';

	private final String text;
	private final byte[] ascii;

	/**
	 * @param text as the user typed it
	 */
	Needle(String text) {
		this.text = text.toLowerCase(Locale.ROOT);
		this.ascii = this.text.chars().allMatch(c -> c < Byte.MAX_VALUE) ? this.text.getBytes(StandardCharsets.US_ASCII) : null;
	}

	/** {@return whether all characters are among those of {@code allowed}, which are in lower case} */
	boolean consistsOf(String allowed) {
		return text.chars().allMatch(c -> allowed.indexOf(c) >= 0);
	}

	/** {@return whether it has the character} */
	boolean has(char c) {
		return text.indexOf(c) >= 0;
	}

	/** {@return whether it occurs in a text} */
	boolean isIn(String haystack) {
		return haystack.toLowerCase(Locale.ROOT).contains(text);
	}

	/** {@return whether it occurs in an inventory name, given as UTF-8 in the server's form, as it is shown} */
	boolean isIn(byte[] bytes, int from, int length) {
		if (ascii == null || has('%') || has('/') || has('\\')) {
			return isIn(InventoryNames.decoded(new String(bytes, from, length, StandardCharsets.UTF_8)));
		}
		return find(bytes, from, length);
	}

	/** {@return whether it occurs in the first bytes of an ASCII text in lower case} */
	boolean isInText(byte[] bytes, int length) {
		return ascii != null && find(bytes, 0, length);
	}

	/** Bytes of other characters than those of ASCII are negative, so they are equal to none of ours. */
	private boolean find(byte[] bytes, int from, int length) {
		for (int start = from; start <= from + length - ascii.length; start++) {
			if (begins(bytes, start)) {
				return true;
			}
		}
		return false;
	}

	private boolean begins(byte[] bytes, int start) {
		for (int i = 0; i < ascii.length; i++) {
			int c = bytes[start + i];
			int lower = c >= 'A' && c <= 'Z' ? c | CASE_BIT : c;
			if (lower != ascii[i]) {
				return false;
			}
		}
		return true;
	}
}
