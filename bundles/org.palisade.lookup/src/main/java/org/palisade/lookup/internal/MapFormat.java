package org.palisade.lookup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The format of a map, version {@value #VERSION}. Numbers are big-endian, texts are UTF-8 after their length in two bytes.
 * <table>
 * <caption>Header</caption>
 * <tr><td>8</td><td>magic, {@code PALIMAP} and a line feed</td></tr>
 * <tr><td>4</td><td>version</td></tr>
 * <tr><td>4</td><td>length of the header, its checksum included</td></tr>
 * <tr><td>8</td><td>serial number, which a renewal of the proof names</td></tr>
 * <tr><td>4</td><td>number of plugs</td></tr>
 * <tr><td>3 × 4</td><td>slots of the three indexes: names, identifiers, UUIDs; powers of two</td></tr>
 * <tr><td>4</td><td>length of the heap</td></tr>
 * <tr><td>8, 8, 1</td><td>time of the server and of this machine in ms since 1970; 1 when the UUIDs of all plugs are known</td></tr>
 * <tr><td>4 texts</td><td>mark, server, account, API</td></tr>
 * <tr><td>4 for each page</td><td>CRC-32 of each {@value #PAGE} bytes of what follows the header</td></tr>
 * <tr><td>4</td><td>CRC-32 of the header before</td></tr>
 * </table>
 * The indexes and the heap follow. A slot is the offset of a plug in the heap plus one, or zero; a key is looked for from the slot of its
 * {@linkplain #hash hash} on, to the first that is empty. A plug is a byte (1: template, 2: has UUIDs) and the texts identifier, name and, if there
 * are any, UUIDs. So a look-up reads and checks three or four pages, whatever the size of the file.
 * <p>
 * The proof is renewed in a file of its own: magic {@code PALIPRF} and a line feed, the serial number of the map, both times, the mark, CRC-32.
 */
final class MapFormat {

	static final long MAGIC = 0x50414c494d41500aL;
	static final long PROOF_MAGIC = 0x50414c495052460aL;
	static final long SERVER_MAGIC = 0x50414c495352560aL;
	static final int VERSION = 1;
	static final int PAGE = 4096;
	static final int SLOT = 4;
	static final int INDEXES = 3;
	static final int NAMES = 0;
	static final int IDS = 1;
	static final int UUIDS = 2;
	static final int TEMPLATE = 1;
	static final int HAS_UUIDS = 2;
	static final int LONGEST_TEXT = 0xffff;

	/** Magic, version and length: what is read before the length of the header is known. */
	static final int HEADER_START = 16;

	/** No inventory is larger: four hundred thousand plugs. */
	static final int LONGEST_HEADER = 1 << 20;

	private static final int FNV_OFFSET = 0x811c9dc5;
	private static final int FNV_PRIME = 0x01000193;

	private MapFormat() {
	}

	/**
	 * {@return the bytes of a text}
	 *
	 * @throws UncheckedIOException when the format has no room for it: the server's own limit of a name is 80 characters
	 */
	static byte[] bytes(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > LONGEST_TEXT) {
			throw new UncheckedIOException(new IOException(Messages.text_too_long));
		}
		return bytes;
	}

	/** {@return the hash of a text of any length} */
	static int hash(String text) {
		return hash(text.getBytes(StandardCharsets.UTF_8));
	}

	/** {@return the FNV-1a hash of a key, its upper bits mixed into the lower ones} */
	static int hash(byte[] key) {
		int hash = FNV_OFFSET;
		for (byte octet : key) {
			hash = (hash ^ octet & 0xff) * FNV_PRIME;
		}
		return hash ^ hash >>> 15;
	}

	/** {@return how many slots an index has for so many keys: at most two of three are taken} */
	static int slots(int keys) {
		return Integer.highestOneBit(Math.max(1, keys + keys / 2)) << 1;
	}

	/** {@return how many pages so many bytes fill} */
	static int pages(long length) {
		return (int) ((length + PAGE - 1) / PAGE);
	}
}
