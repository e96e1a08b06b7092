package org.palisade.lookup.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;

import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;

/**
 * A map in a file. Only the pages that a look-up needs are read, each checked once. They are read rather than mapped into memory, because a mapped
 * file that somebody cuts short kills the process that looks at it.
 */
final class MapFile implements InventoryMap {

	private final FileChannel channel;
	private final MapHeader header;
	private final Consumer<IOException> damage;
	private final Map<Integer, byte[]> pages = new HashMap<>();
	private boolean usable = true;

	/**
	 * @param damage is told once when a page turns out to be damaged or cannot be read
	 */
	MapFile(FileChannel channel, MapHeader header, Consumer<IOException> damage) {
		this.channel = channel;
		this.header = header;
		this.damage = damage;
	}

	@Override
	public MapProof proof() {
		return header.proof();
	}

	@Override
	public int size() {
		return usable ? header.count() : 0;
	}

	@Override
	public boolean isUsable() {
		return usable;
	}

	@Override
	public List<MappedPlug> named(String name) {
		return find(MapFormat.NAMES, name).stream().filter(plug -> plug.name().equals(name)).toList();
	}

	@Override
	public List<MappedPlug> withUuid(String uuid) {
		String wanted = uuid.toLowerCase(Locale.ROOT);
		List<MappedPlug> found = new ArrayList<>();
		for (MappedPlug plug : find(MapFormat.UUIDS, wanted)) {
			boolean has = plug.uuids().isPresent() && Arrays.asList(plug.uuids().get().toLowerCase(Locale.ROOT).split(" ")).contains(wanted);
			if (has && !found.contains(plug)) {
				found.add(plug);
			}
		}
		return found;
	}

	@Override
	public Optional<MappedPlug> plug(String id) {
		return find(MapFormat.IDS, id).stream().filter(plug -> plug.id().equals(id)).findFirst();
	}

	/** {@return the plugs whose keys may be this one}: those in the run of slots that the key's hash begins */
	private List<MappedPlug> find(int index, String key) {
		byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
		if (!usable || bytes.length > MapFormat.LONGEST_TEXT) {
			return List.of();
		}
		List<MappedPlug> found = new ArrayList<>();
		try {
			int slots = header.slots()[index];
			int slot = MapFormat.hash(bytes) & slots - 1;
			for (int seen = 0; seen < slots; seen++) {
				int entry = number(header.offset(index) + slot * MapFormat.SLOT, MapFormat.SLOT);
				if (entry == 0) {
					return found;
				}
				found.add(new Cursor(entry - 1).plug());
				slot = slot + 1 & slots - 1;
			}
			throw new DamagedMap(Messages.damaged);
		} catch (IOException failure) {
			fail(failure);
			return List.of();
		}
	}

	private void fail(IOException failure) {
		usable = false;
		pages.clear();
		damage.accept(failure);
	}

	/**
	 * Hands every plug to {@code consumer}, in the order in which they were written.
	 *
	 * @throws IOException when a part cannot be read; plugs may have been handed over before
	 */
	void forEach(Consumer<MappedPlug> consumer) throws IOException {
		Cursor cursor = new Cursor(0);
		for (int i = 0; i < header.count(); i++) {
			consumer.accept(cursor.plug());
			int done = (header.offset(MapFormat.INDEXES) + cursor.offset) / MapFormat.PAGE;
			pages.keySet().removeIf(page -> page < done);
		}
	}

	/** Reads plugs from the heap, one after the other. */
	private final class Cursor {

		private int offset;

		Cursor(int offset) {
			this.offset = offset;
		}

		MappedPlug plug() throws IOException {
			int flags = next(1);
			String id = text();
			String name = text();
			Optional<String> uuids = (flags & MapFormat.HAS_UUIDS) == 0 ? Optional.empty() : Optional.of(text());
			return new MappedPlug(id, name, uuids, (flags & MapFormat.TEMPLATE) != 0);
		}

		private String text() throws IOException {
			byte[] bytes = new byte[next(Short.BYTES)];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) next(1);
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}

		private int next(int length) throws IOException {
			if (offset < 0 || length > header.heap() - offset) {
				throw new DamagedMap(Messages.damaged);
			}
			int value = number(header.offset(MapFormat.INDEXES) + offset, length);
			offset += length;
			return value;
		}
	}

	private int number(int at, int length) throws IOException {
		int number = 0;
		for (int i = at; i < at + length; i++) {
			number = number << 8 | page(i / MapFormat.PAGE)[i % MapFormat.PAGE] & 0xff;
		}
		return number;
	}

	private byte[] page(int index) throws IOException {
		byte[] known = pages.get(index);
		if (known != null) {
			return known;
		}
		long position = (long) index * MapFormat.PAGE;
		long left = header.offset(MapFormat.INDEXES) + (long) header.heap() - position;
		ByteBuffer read = MapHeader.bytes(channel, (int) Math.min(MapFormat.PAGE, left), header.length() + position);
		CRC32 checksum = new CRC32();
		checksum.update(read.array(), 0, read.limit());
		if ((int) checksum.getValue() != header.checksums()[index]) {
			throw new DamagedMap(Messages.damaged);
		}
		pages.put(index, read.array());
		return read.array();
	}

	/** {@return what a renewal of the proof names the map by} */
	long serial() {
		return header.serial();
	}

	@Override
	public void close() {
		usable = false;
		pages.clear();
		try {
			channel.close();
		} catch (IOException failure) {
			damage.accept(failure);
		}
	}
}
