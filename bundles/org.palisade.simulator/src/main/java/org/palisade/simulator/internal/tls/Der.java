package org.palisade.simulator.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few forms of ASN.1 DER (ITU-T X.690) that a certificate consists of. */
final class Der {

	static final int SEQUENCE = 0x30;
	static final int SET = 0x31;
	static final int OCTET_STRING = 0x04;

	private static final int INTEGER = 0x02;
	private static final int BIT_STRING = 0x03;
	private static final int OBJECT_IDENTIFIER = 0x06;
	private static final int UTF8_STRING = 0x0c;
	private static final int GENERALIZED_TIME = 0x18;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

	private Der() {
	}

	/** A value of that tag that consists of those parts. */
	static byte[] encode(int tag, byte[]... parts) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			content.writeBytes(part);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		writeLength(out, content.size());
		out.writeBytes(content.toByteArray());
		return out.toByteArray();
	}

	private static void writeLength(ByteArrayOutputStream out, int length) {
		if (length < 0x80) {
			out.write(length);
			return;
		}
		byte[] bytes = BigInteger.valueOf(length).toByteArray();
		int leadingZero = bytes[0] == 0 ? 1 : 0;
		out.write(0x80 | bytes.length - leadingZero);
		out.write(bytes, leadingZero, bytes.length - leadingZero);
	}

	static byte[] sequence(byte[]... parts) {
		return encode(SEQUENCE, parts);
	}

	static byte[] integer(BigInteger value) {
		return encode(INTEGER, value.toByteArray());
	}

	static byte[] bool(boolean value) {
		return new byte[] { 0x01, 1, (byte) (value ? 0xff : 0) };
	}

	/** A bit string whose last byte has that many unused bits. */
	static byte[] bits(int unused, byte... bytes) {
		return encode(BIT_STRING, new byte[] { (byte) unused }, bytes);
	}

	static byte[] utf8(String text) {
		return encode(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] time(Instant time) {
		return encode(GENERALIZED_TIME, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
	}

	/** An object identifier in its dotted form. */
	static byte[] identifier(String dotted) {
		String[] arcs = dotted.split("\\.");
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
		for (int i = 2; i < arcs.length; i++) {
			writeBase128(content, Integer.parseInt(arcs[i]));
		}
		return encode(OBJECT_IDENTIFIER, content.toByteArray());
	}

	private static void writeBase128(ByteArrayOutputStream out, int value) {
		int shift = 0;
		while (value >> shift + 7 != 0) {
			shift += 7;
		}
		for (; shift > 0; shift -= 7) {
			out.write(0x80 | value >> shift & 0x7f);
		}
		out.write(value & 0x7f);
	}
}
