package org.palisade.vsphere.internal;

/**
 * Hands out one string for a short text that comes again and again, as names of properties and constants do: in an answer about 10,000 machines
 * they would be a third of what is allocated. Used by one thread at a time.
 */
final class RepeatedTexts {

	private static final int PLACES = 256;
	private static final int LONGEST = 40;
	private static final int HASH_FACTOR = 31;

	private final String[] texts = new String[PLACES];

	/** {@return the text} The one that was at its place before is forgotten, so that nothing grows. */
	String text(char[] characters, int start, int length) {
		if (length > LONGEST) {
			return new String(characters, start, length);
		}
		int hash = 0;
		for (int i = start; i < start + length; i++) {
			hash = HASH_FACTOR * hash + characters[i];
		}
		int place = (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
		String known = texts[place];
		if (known == null || !isThat(known, characters, start, length)) {
			known = new String(characters, start, length);
			texts[place] = known;
		}
		return known;
	}

	private static boolean isThat(String text, char[] characters, int start, int length) {
		if (text.length() != length) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (text.charAt(i) != characters[start + i]) {
				return false;
			}
		}
		return true;
	}
}
