package org.palisade.inventory.internal.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** UUIDs and IPv4 addresses as bytes and as the text that most servers write them as. Only what gives the same text back is taken. */
final class Digits {

	static final int UUID_BYTES = 16;
	static final int INET4_BYTES = 4;

	/** The length of the longest text: that of a UUID. */
	static final int LONGEST = 36;

	private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
	private static final int HIGHEST_BYTE = 0xff;
	private static final int LOW_HALF = 0xf;

	private Digits() {
	}

	/** {@return the bytes of a UUID, empty when it is not written in the usual form: lower case, with four hyphens} */
	static Optional<byte[]> parseUuid(String text) {
		try {
			UUID uuid = UUID.fromString(text);
			byte[] bytes = ByteBuffer.allocate(UUID_BYTES).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()).array();
			return uuid.toString().equals(text) ? Optional.of(bytes) : Optional.empty();
		} catch (IllegalArgumentException otherForm) {
			return Optional.empty();
		}
	}

	/** Writes a UUID as text. {@return its length} */
	static int uuid(byte[] bytes, int from, byte[] text) {
		int length = 0;
		for (int i = 0; i < UUID_BYTES; i++) {
			if (i == 4 || i == 6 || i == 8 || i == 10) {
				text[length++] = '-';
			}
			text[length++] = HEXADECIMAL[bytes[from + i] >> 4 & LOW_HALF];
			text[length++] = HEXADECIMAL[bytes[from + i] & LOW_HALF];
		}
		return length;
	}

	/** {@return the bytes of an IPv4 address, empty when it is not written as four decimal numbers without leading zeros} */
	static Optional<byte[]> parseInet4(String text) {
		String[] numbers = text.split("\\.", -1);
		byte[] bytes = new byte[INET4_BYTES];
		if (numbers.length != INET4_BYTES) {
			return Optional.empty();
		}
		for (int i = 0; i < INET4_BYTES; i++) {
			int number = number(numbers[i]);
			if (number < 0) {
				return Optional.empty();
			}
			bytes[i] = (byte) number;
		}
		return Optional.of(bytes);
	}

	private static int number(String digits) {
		try {
			int number = Integer.parseInt(digits);
			return number <= HIGHEST_BYTE && Integer.toString(number).equals(digits) ? number : -1;
		} catch (NumberFormatException noNumber) {
			return -1;
		}
	}

	/** Writes an IPv4 address as text. {@return its length} */
	static int inet4(byte[] bytes, int from, byte[] text) {
		int length = 0;
		for (int i = 0; i < INET4_BYTES; i++) {
			if (i > 0) {
				text[length++] = '.';
			}
			int number = bytes[from + i] & HIGHEST_BYTE;
			if (number >= 100) {
				text[length++] = (byte) ('0' + number / 100);
			}
			if (number >= 10) {
				text[length++] = (byte) ('0' + number / 10 % 10);
			}
			text[length++] = (byte) ('0' + number % 10);
		}
		return length;
	}
}
