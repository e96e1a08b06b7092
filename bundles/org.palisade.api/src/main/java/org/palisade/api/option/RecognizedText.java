package org.palisade.api.option;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A text that is found where it stands in another one, and that is not kept for that: only its length, sixteen bits by which most places are passed over, and
 * a salted digest. Whoever gets hold of these can test guesses, and read nothing. Immutable and thread-safe.
 */
final class RecognizedText {

	private static final int FACTOR = 31;
	private static final int SPREAD = 0x9E3779B1;
	private static final int BITS_TO_DROP = 16;

	/** Makes tables of digests useless. It lies beside the digests, so it need not be hard to guess, only another one in each process. */
	private static final byte[] SALT = new byte[16];

	static {
		ThreadLocalRandom.current().nextBytes(SALT);
	}

	private final int length;
	private final int sketch;
	private final byte[] digest;

	private RecognizedText(int length, int sketch, byte[] digest) {
		this.length = length;
		this.sketch = sketch;
		this.digest = digest;
	}

	/** {@return what recognizes that text} */
	static RecognizedText of(String text) {
		return new RecognizedText(text.length(), sketch(text.hashCode()), digest(text));
	}

	int length() {
		return length;
	}

	/** {@return where it stands first in the text, from that place on; -1 where it does not} */
	int indexIn(String text, int from) {
		if (from + length > text.length()) {
			return -1;
		}
		int highest = 1;
		for (int i = 1; i < length; i++) {
			highest *= FACTOR;
		}
		// The hash code of each part of that length, made from the one before.
		int hash = text.substring(from, from + length).hashCode();
		int at = from;
		while (sketch(hash) != sketch || !MessageDigest.isEqual(digest, digest(text.substring(at, at + length)))) {
			if (at + length == text.length()) {
				return -1;
			}
			hash = (hash - highest * text.charAt(at)) * FACTOR + text.charAt(at + length);
			at++;
		}
		return at;
	}

	private static int sketch(int hash) {
		return hash * SPREAD >>> BITS_TO_DROP;
	}

	private static byte[] digest(String text) {
		try {
			MessageDigest algorithm = MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
			algorithm.update(SALT);
			return algorithm.digest(text.getBytes(StandardCharsets.UTF_16BE));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("each Java has SHA-256", e); //$NON-NLS-1$
		}
	}
}
