package org.palisade.lookup.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** What is remembered about the server at an address: magic, address, number of facts, names and values, CRC-32. */
final class ServerFile {

	/** Longer than what any back end has to say. */
	static final int LONGEST = 16_384;

	private ServerFile() {
	}

	static ByteBuffer write(String address, Map<String, String> facts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeLong(MapFormat.SERVER_MAGIC);
		text(out, address);
		out.writeShort(facts.size());
		for (Map.Entry<String, String> fact : facts.entrySet()) {
			text(out, fact.getKey());
			text(out, fact.getValue());
		}
		out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
		return ByteBuffer.wrap(bytes.toByteArray());
	}

	private static void text(DataOutputStream out, String text) throws IOException {
		byte[] bytes = MapFormat.bytes(text);
		out.writeShort(bytes.length);
		out.write(bytes);
	}

	private static int checksum(byte[] bytes, int length) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes, 0, length);
		return (int) checksum.getValue();
	}

	/** {@return the facts, none when they are about another address} */
	static Map<String, String> read(ByteBuffer bytes, String address) throws DamagedMap {
		int length = bytes.limit() - Integer.BYTES;
		if (length < 0 || checksum(bytes.array(), length) != bytes.getInt(length)) {
			throw new DamagedMap(Messages.damaged);
		}
		try {
			if (bytes.getLong() != MapFormat.SERVER_MAGIC) {
				throw new DamagedMap(Messages.newer);
			}
			if (!MapHeader.text(bytes).equals(address)) {
				return Map.of();
			}
			Map<String, String> facts = new TreeMap<>();
			for (int left = Short.toUnsignedInt(bytes.getShort()); left > 0; left--) {
				facts.put(MapHeader.text(bytes), MapHeader.text(bytes));
			}
			return facts;
		} catch (BufferUnderflowException tooShort) {
			throw new DamagedMap(Messages.damaged);
		}
	}
}
