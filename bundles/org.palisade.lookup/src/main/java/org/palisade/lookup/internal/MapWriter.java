package org.palisade.lookup.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;

/**
 * Lays a map out as {@link MapFormat} says. Used once, by one thread. Nothing is copied on the way, because forty thousand plugs are some megabytes and the
 * process may be a workbench or a resident agent.
 */
final class MapWriter {

	private static final int FIXED_LENGTH = 61;

	private final MapKey key;
	private final MapProof proof;
	private final long serial;
	private final Heap heap = new Heap();
	private final Keys[] keys = { new Keys(), new Keys(), new Keys() };
	private int count;

	/** Bytes one after the other, in pieces, so that none of them moves when there are more. */
	private static final class Heap {
		private static final int PIECE = 1 << 16;

		private final List<byte[]> pieces = new ArrayList<>();
		private int size;

		void write(int octet) {
			if (size == pieces.size() * PIECE) {
				pieces.add(new byte[PIECE]);
			}
			pieces.get(size / PIECE)[size % PIECE] = (byte) octet;
			size = Math.addExact(size, 1);
		}

		void write(byte[] bytes) {
			for (byte octet : bytes) {
				write(octet);
			}
		}

		ByteBuffer piece(int number) {
			return ByteBuffer.wrap(pieces.get(number), 0, Math.min(PIECE, size - number * PIECE));
		}
	}

	/** The hashes of the keys of one index, and the offsets of the plugs that they stand for. */
	private static final class Keys {
		private int[] hashes = new int[64];
		private int[] offsets = new int[64];
		private int count;

		void add(String text, int offset) {
			if (count == hashes.length) {
				hashes = Arrays.copyOf(hashes, count * 2);
				offsets = Arrays.copyOf(offsets, count * 2);
			}
			hashes[count] = MapFormat.hash(MapFormat.bytes(text));
			offsets[count++] = offset;
		}

		void write(ByteBuffer body, int slots) {
			int[] table = new int[slots];
			for (int i = 0; i < count; i++) {
				int slot = hashes[i] & slots - 1;
				while (table[slot] != 0) {
					slot = slot + 1 & slots - 1;
				}
				table[slot] = offsets[i] + 1;
			}
			for (int entry : table) {
				body.putInt(entry);
			}
		}
	}

	/**
	 * @param serial a number that no earlier map of this key has
	 */
	MapWriter(MapKey key, MapProof proof, long serial) {
		this.key = key;
		this.proof = proof;
		this.serial = serial;
	}

	MapWriter addAll(Collection<MappedPlug> plugs) {
		plugs.forEach(this::add);
		return this;
	}

	void add(MappedPlug plug) {
		int offset = heap.size;
		heap.write((plug.template() ? MapFormat.TEMPLATE : 0) | (plug.uuids().isPresent() ? MapFormat.HAS_UUIDS : 0));
		text(plug.id());
		text(plug.name());
		plug.uuids().ifPresent(this::text);
		keys[MapFormat.IDS].add(plug.id(), offset);
		keys[MapFormat.NAMES].add(plug.name(), offset);
		if (plug.uuids().isPresent()) {
			for (String uuid : plug.uuids().get().split(" ")) {
				keys[MapFormat.UUIDS].add(uuid.toLowerCase(Locale.ROOT), offset);
			}
		}
		count++;
	}

	private void text(String text) {
		byte[] bytes = MapFormat.bytes(text);
		heap.write(bytes.length >> 8);
		heap.write(bytes.length);
		heap.write(bytes);
	}

	/** {@return the whole file} */
	ByteBuffer[] finish() {
		int[] slots = new int[MapFormat.INDEXES];
		int indexes = 0;
		for (int i = 0; i < slots.length; i++) {
			slots[i] = MapFormat.slots(keys[i].count);
			indexes = Math.addExact(indexes, slots[i] * MapFormat.SLOT);
		}
		ByteBuffer[] file = new ByteBuffer[2 + heap.pieces.size()];
		ByteBuffer index = ByteBuffer.allocate(indexes);
		for (int i = 0; i < slots.length; i++) {
			keys[i].write(index, slots[i]);
		}
		file[1] = index.flip();
		for (int i = 0; i < heap.pieces.size(); i++) {
			file[2 + i] = heap.piece(i);
		}
		file[0] = header(slots, checksums(file, MapFormat.pages((long) indexes + heap.size)));
		return file;
	}

	/** Of the pages of the body, which know nothing of the pieces that it is made of. */
	private static int[] checksums(ByteBuffer[] file, int pages) {
		int[] checksums = new int[pages];
		CRC32 checksum = new CRC32();
		long at = 0;
		for (int i = 1; i < file.length; i++) {
			ByteBuffer piece = file[i].duplicate();
			while (piece.hasRemaining()) {
				int left = MapFormat.PAGE - (int) (at % MapFormat.PAGE);
				int length = Math.min(left, piece.remaining());
				checksum.update(piece.array(), piece.position(), length);
				piece.position(piece.position() + length);
				checksums[(int) (at / MapFormat.PAGE)] = (int) checksum.getValue();
				at += length;
				if (length == left) {
					checksum.reset();
				}
			}
		}
		return checksums;
	}

	private ByteBuffer header(int[] slots, int[] checksums) {
		byte[][] texts = { MapFormat.bytes(proof.mark()), MapFormat.bytes(key.server()), MapFormat.bytes(key.account()), MapFormat.bytes(key.api()) };
		int length = FIXED_LENGTH + checksums.length * Integer.BYTES + Integer.BYTES;
		for (byte[] text : texts) {
			length += Short.BYTES + text.length;
		}
		ByteBuffer header = ByteBuffer.allocate(length);
		header.putLong(MapFormat.MAGIC).putInt(MapFormat.VERSION).putInt(length).putLong(serial).putInt(count);
		for (int number : slots) {
			header.putInt(number);
		}
		header.putInt(heap.size).putLong(proof.serverTime().toEpochMilli()).putLong(proof.localTime().toEpochMilli())
				.put((byte) (proof.identified() ? 1 : 0));
		for (byte[] text : texts) {
			header.putShort((short) text.length).put(text);
		}
		for (int checksum : checksums) {
			header.putInt(checksum);
		}
		CRC32 whole = new CRC32();
		whole.update(header.array(), 0, header.position());
		return header.putInt((int) whole.getValue()).flip();
	}
}
