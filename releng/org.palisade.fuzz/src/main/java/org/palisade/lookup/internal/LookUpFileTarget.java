package org.palisade.lookup.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

import org.palisade.api.Diagnostics;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;
import org.palisade.fuzz.Property;

/**
 * A file of the look-up cache, after a byte that says which: whatever is in it, an answer stands in the file, in pages whose checksums are right;
 * everything else is told as a warning. The second half of the choices puts the checksums right first, so that what lies behind them is reached.
 */
public final class LookUpFileTarget {

	private static final MapKey KEY = new MapKey("server", "account", "api");
	private static final MapProof PROOF = new MapProof(Instant.ofEpochMilli(1_700_000_000_000L), Instant.ofEpochMilli(1_700_000_000_001L), true, "mark");
	private static final List<MappedPlug> PLUGS = List.of(new MappedPlug("vm-1", "node1", Optional.of("4210a3c5 5021a3c5"), false),
			new MappedPlug("vm-2", "node2", Optional.empty(), true));
	private static final int MAP = 0;
	private static final int PROOF_FILE = 1;
	private static final int SERVER_FILE = 2;
	private static final int KINDS = 3;
	private static final Path FOLDER = folder();

	private LookUpFileTarget() {
	}

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory("look-up", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			folder.toFile().deleteOnExit();
			return folder;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** {@return a file of each kind as it is written} */
	public static List<byte[]> seeds() {
		try {
			List<byte[]> seeds = new ArrayList<>();
			for (int mended = 0; mended <= KINDS; mended += KINDS) {
				seeds.add(seed(mended + MAP, new MapWriter(KEY, PROOF, 7).addAll(PLUGS).finish()));
				seeds.add(seed(mended + PROOF_FILE, ProofFile.write(7, PROOF)));
				seeds.add(seed(mended + SERVER_FILE, ServerFile.write("server", Map.of("version", "8.0"))));
			}
			return seeds;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static byte[] seed(int choice, ByteBuffer... parts) {
		ByteArrayOutputStream seed = new ByteArrayOutputStream();
		seed.write(choice);
		for (ByteBuffer part : parts) {
			seed.write(part.array(), 0, part.limit());
		}
		return seed.toByteArray();
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		if (input.length == 0) {
			return;
		}
		int choice = Math.floorMod(input[0], 2 * KINDS);
		byte[] file = Arrays.copyOfRange(input, 1, input.length);
		if (choice >= KINDS) {
			mend(file, choice % KINDS == MAP);
		}
		FileCache cache = new FileCache(new CacheFolder(FOLDER), Diagnostics.none());
		switch (choice % KINDS) {
			case MAP -> {
				Files.deleteIfExists(FOLDER.resolve(FileCache.name(KEY) + ".proof"));
				Files.write(FOLDER.resolve(FileCache.name(KEY) + ".map"), file);
				look(cache, file);
			}
			case PROOF_FILE -> {
				cache.replace(KEY, PROOF, PLUGS);
				Files.write(FOLDER.resolve(FileCache.name(KEY) + ".proof"), file);
				try (InventoryMap map = cache.map(KEY).orElseThrow()) {
					Property.require(map.proof().equals(PROOF) || checksumAt(file, file.length - 4), "a proof is covered by a checksum");
				}
			}
			default -> {
				cache.rememberServer("server", Map.of());
				Files.write(onlyServerFile(), file);
				cache.server("server").ifPresent(facts -> Property.require(checksumAt(file, file.length - 4), "facts are covered by a checksum"));
			}
		}
	}

	private static Path onlyServerFile() throws IOException {
		try (var files = Files.list(FOLDER)) {
			return files.filter(file -> file.toString().endsWith(".server")).findFirst().orElseThrow();
		}
	}

	private static void look(FileCache cache, byte[] file) {
		Optional<InventoryMap> opened = cache.map(KEY);
		if (opened.isEmpty()) {
			return;
		}
		Set<MappedPlug> answers = new HashSet<>();
		MapProof since;
		try (InventoryMap map = opened.get()) {
			since = map.proof();
			map.named("node1").forEach(plug -> keep(plug, plug.name().equals("node1"), answers));
			map.plug("vm-2").ifPresent(plug -> keep(plug, plug.id().equals("vm-2"), answers));
			map.withUuid("5021a3c5").forEach(plug -> keep(plug, plug.uuids().orElseThrow().toLowerCase(Locale.ROOT).contains("5021a3c5"), answers));
			Property.require(map.isUsable() || map.size() == 0 && map.named("node1").isEmpty(), "a damaged map answers nothing any more");
		}
		// What is no UTF-8 in the file cannot be looked for there.
		answers.removeIf(plug -> (plug.id() + plug.name()).indexOf('\ufffd') >= 0);
		answers.forEach(plug -> Property.require(isCovered(plug, file), "an answer is covered by checksums: " + plug));
		cache.update(KEY, since, PROOF, List.of(PLUGS.get(0)), Set.of("vm-2"));
	}

	private static void keep(MappedPlug plug, boolean asked, Set<MappedPlug> answers) {
		Property.require(asked, "an answer is what was asked for: " + plug);
		answers.add(plug);
	}

	/** Looks for the plug in the pages of the file whose checksums are right, by an implementation of its own. */
	private static boolean isCovered(MappedPlug plug, byte[] file) {
		int header = ByteBuffer.wrap(file).getInt(12);
		int pages = (file.length - header + MapFormat.PAGE - 1) / MapFormat.PAGE;
		int table = header - 4 - 4 * pages;
		if (!checksumAt(file, header - 4)) {
			return false;
		}
		byte[] sound = file.clone();
		for (int page = 0; page < pages; page++) {
			int begin = header + page * MapFormat.PAGE;
			int end = Math.min(file.length, begin + MapFormat.PAGE);
			if (checksum(file, begin, end) != ByteBuffer.wrap(file).getInt(table + 4 * page)) {
				Arrays.fill(sound, begin, end, (byte) 0xff);
			}
		}
		return indexOf(sound, header, MapFormat.bytes(plug.id())) && indexOf(sound, header, MapFormat.bytes(plug.name()));
	}

	private static boolean indexOf(byte[] file, int from, byte[] wanted) {
		for (int at = from; at + wanted.length <= file.length; at++) {
			if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
				return true;
			}
		}
		return false;
	}

	/** Puts the checksums right, as far as the file has places for them. */
	private static void mend(byte[] file, boolean map) {
		int header = map && file.length >= MapFormat.HEADER_START ? ByteBuffer.wrap(file).getInt(12) : file.length;
		if (header < MapFormat.HEADER_START || header > file.length) {
			return;
		}
		int pages = (file.length - header + MapFormat.PAGE - 1) / MapFormat.PAGE;
		int table = header - 4 - 4 * pages;
		for (int page = 0; map && table >= MapFormat.HEADER_START && page < pages; page++) {
			int begin = header + page * MapFormat.PAGE;
			ByteBuffer.wrap(file).putInt(table + 4 * page, checksum(file, begin, Math.min(file.length, begin + MapFormat.PAGE)));
		}
		ByteBuffer.wrap(file).putInt(header - 4, checksum(file, 0, header - 4));
	}

	static boolean checksumAt(byte[] file, int at) {
		return at >= 0 && checksum(file, 0, at) == ByteBuffer.wrap(file).getInt(at);
	}

	private static int checksum(byte[] file, int begin, int end) {
		CRC32 checksum = new CRC32();
		checksum.update(file, begin, end - begin);
		return (int) checksum.getValue();
	}
}
