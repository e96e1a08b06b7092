package org.palisade.lookup.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.zip.CRC32;

import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;

/** Lays a map out as {@link MapFormat} says. Used once, by one thread. */
final class MapWriter {

	private static final int FIXED_LENGTH = 61;

	private final MapKey key;
	private final MapProof proof;
	private final long serial;
	private final ByteArrayOutputStream heap = new ByteArrayOutputStream();
	private final Keys[] keys = { new Keys(), new Keys(), new Keys() };
	private int count;

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
		int offset = heap.size();
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
		heap.writeBytes(bytes);
	}

	/** {@return the whole file} */
	ByteBuffer[] finish() {
		int[] slots = new int[MapFormat.INDEXES];
		int length = heap.size();
		for (int i = 0; i < slots.length; i++) {
			slots[i] = MapFormat.slots(keys[i].count);
			length = Math.addExact(length, slots[i] * MapFormat.SLOT);
		}
		ByteBuffer body = ByteBuffer.allocate(length);
		for (int i = 0; i < slots.length; i++) {
			keys[i].write(body, slots[i]);
		}
		body.put(heap.toByteArray()).flip();
		return new ByteBuffer[] { header(slots, body.array()), body };
	}

	private ByteBuffer header(int[] slots, byte[] body) {
		byte[][] texts = { MapFormat.bytes(proof.mark()), MapFormat.bytes(key.server()), MapFormat.bytes(key.account()), MapFormat.bytes(key.api()) };
		int pages = MapFormat.pages(body.length);
		int length = FIXED_LENGTH + pages * Integer.BYTES + Integer.BYTES;
		for (byte[] text : texts) {
			length += Short.BYTES + text.length;
		}
		ByteBuffer header = ByteBuffer.allocate(length);
		header.putLong(MapFormat.MAGIC).putInt(MapFormat.VERSION).putInt(length).putLong(serial).putInt(count);
		for (int number : slots) {
			header.putInt(number);
		}
		header.putInt(heap.size()).putLong(proof.serverTime().toEpochMilli()).putLong(proof.localTime().toEpochMilli())
				.put((byte) (proof.identified() ? 1 : 0));
		for (byte[] text : texts) {
			header.putShort((short) text.length).put(text);
		}
		CRC32 checksum = new CRC32();
		for (int at = 0; at < body.length; at += MapFormat.PAGE) {
			checksum.reset();
			checksum.update(body, at, Math.min(MapFormat.PAGE, body.length - at));
			header.putInt((int) checksum.getValue());
		}
		checksum.reset();
		checksum.update(header.array(), 0, header.position());
		return header.putInt((int) checksum.getValue()).flip();
	}
}
