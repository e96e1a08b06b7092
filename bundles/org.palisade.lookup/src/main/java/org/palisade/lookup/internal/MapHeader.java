package org.palisade.lookup.internal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;

/**
 * What the header of a map says. Immutable, its arrays are not changed.
 *
 * @param length of the header
 * @param slots of the indexes
 * @param heap the length of the heap
 * @param checksums of the pages
 */
record MapHeader(int length, long serial, int count, int[] slots, int heap, MapProof proof, MapKey key, int[] checksums) {

	/**
	 * Reads the header of a file.
	 *
	 * @throws DamagedMap when it is none, damaged, or of another version
	 */
	static MapHeader read(FileChannel channel) throws IOException {
		ByteBuffer start = bytes(channel, MapFormat.HEADER_START, 0);
		if (start.getLong() != MapFormat.MAGIC) {
			throw new DamagedMap(Messages.damaged);
		}
		if (start.getInt() != MapFormat.VERSION) {
			throw new DamagedMap(Messages.newer);
		}
		int length = start.getInt();
		if (length <= MapFormat.HEADER_START || length > MapFormat.LONGEST_HEADER) {
			throw new DamagedMap(Messages.damaged);
		}
		ByteBuffer header = bytes(channel, length, 0);
		CRC32 checksum = new CRC32();
		checksum.update(header.array(), 0, length - Integer.BYTES);
		if ((int) checksum.getValue() != header.getInt(length - Integer.BYTES)) {
			throw new DamagedMap(Messages.damaged);
		}
		try {
			return parse(header.position(MapFormat.HEADER_START), length, channel.size());
		} catch (BufferUnderflowException | IllegalArgumentException nonsense) {
			throw new DamagedMap(Messages.damaged);
		}
	}

	/** {@return whether the map is that key's} */
	boolean belongsTo(MapKey other) {
		return key.server().equals(other.server()) && key.account().equals(other.account()) && key.api().equals(other.api());
	}

	private static MapHeader parse(ByteBuffer header, int length, long fileLength) throws DamagedMap {
		long serial = header.getLong();
		int count = header.getInt();
		int[] slots = { header.getInt(), header.getInt(), header.getInt() };
		int heap = header.getInt();
		long body = heap;
		boolean sound = heap >= 0;
		for (int number : slots) {
			sound &= Integer.bitCount(number) == 1 && number > 0;
			body += (long) number * MapFormat.SLOT;
		}
		if (!sound || length + body != fileLength) {
			throw new DamagedMap(Messages.damaged);
		}
		Instant serverTime = Instant.ofEpochMilli(header.getLong());
		Instant localTime = Instant.ofEpochMilli(header.getLong());
		boolean identified = header.get() == 1;
		MapProof proof = new MapProof(serverTime, localTime, identified, text(header));
		MapKey key = new MapKey(text(header), text(header), text(header));
		int[] checksums = new int[MapFormat.pages(body)];
		for (int i = 0; i < checksums.length; i++) {
			checksums[i] = header.getInt();
		}
		return new MapHeader(length, serial, count, slots, heap, proof, key, checksums);
	}

	static String text(ByteBuffer from) {
		byte[] bytes = new byte[Short.toUnsignedInt(from.getShort())];
		from.get(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/** {@return exactly so many bytes of a file} */
	static ByteBuffer bytes(FileChannel channel, int length, long position) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining()) {
			if (channel.read(bytes, position + bytes.position()) < 0) {
				throw new DamagedMap(Messages.damaged);
			}
		}
		return bytes.flip();
	}

	/** {@return where in the body an index begins, or the heap after the last of them} */
	int offset(int index) {
		int offset = 0;
		for (int i = 0; i < index; i++) {
			offset += slots[i] * MapFormat.SLOT;
		}
		return offset;
	}

	MapHeader with(MapProof newProof) {
		return new MapHeader(length, serial, count, slots, heap, newProof, key, checksums);
	}
}
