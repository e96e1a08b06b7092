package org.palisade.lookup.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;

/** Maps in a folder: what comes back, and what is ignored. */
class FileCacheTest {

	private static final MapKey KEY = new MapKey("6f1c0de5-0000-4000-8000-000000000001", "fence@vsphere.local", "vim25");
	private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);
	private static final MapProof PROOF = new MapProof(TIME, TIME.plusSeconds(1), true, "mark");
	private static final List<MappedPlug> PLUGS = List.of(plug(1, "node1"), plug(2, "grün/1"), plug(3, "node1"),
			new MappedPlug("vm-4", "nameless", Optional.empty(), false), new MappedPlug("vm-5", "template", Optional.of("AB CD"), true));

	@TempDir
	private Path temporary;

	private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

	private static MappedPlug plug(int number, String name) {
		String tail = String.format("-0000-4000-8000-%012d", number);
		return new MappedPlug("vm-" + number, name, Optional.of("50000000" + tail + " 42000000" + tail), false);
	}

	private Path folder() {
		return temporary.resolve("cache");
	}

	private FileCache cache() {
		return cache(folder());
	}

	private FileCache cache(Path place) {
		return new FileCache(new CacheFolder(place), new Diagnostics() {
			@Override
			public void warning(String message) {
				warnings.add(message);
			}

			@Override
			public void detail(String message) {
				warnings.add(message);
			}
		});
	}

	private FileCache filled() {
		cache().replace(KEY, PROOF, PLUGS);
		assertEquals(List.of(), warnings);
		return cache();
	}

	private Path file(String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
		}
	}

	private static void assertWhole(InventoryMap map) {
		assertEquals(PROOF, map.proof());
		assertEquals(5, map.size());
		assertEquals(List.of(PLUGS.get(0), PLUGS.get(2)), map.named("node1"));
		assertEquals(List.of(PLUGS.get(1)), map.named("grün/1"));
		assertEquals(List.of(), map.named("NODE1"));
		assertEquals(List.of(PLUGS.get(2)), map.withUuid("42000000-0000-4000-8000-000000000003"));
		assertEquals(List.of(PLUGS.get(4)), map.withUuid("ab"));
		assertEquals(List.of(), map.withUuid("ab cd"));
		assertEquals(Optional.of(PLUGS.get(3)), map.plug("vm-4"));
		assertEquals(Optional.empty(), map.plug("vm-6"));
		assertTrue(map.isUsable());
	}

	@Test
	void givesBackWhatItWasGiven() {
		try (InventoryMap map = filled().map(KEY).orElseThrow()) {
			assertWhole(map);
		}
		assertEquals(List.of(), warnings);
	}

	@Test
	void keepsAnEmptyInventory() {
		cache().replace(KEY, PROOF, List.of());
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(0, map.size());
			assertEquals(List.of(), map.named("node1"));
		}
	}

	@Test
	void keepsSeveralInventoriesBesideEachOther() {
		filled();
		MapKey other = new MapKey("other", KEY.account(), KEY.api());
		cache().replace(other, PROOF, List.of(plug(9, "elsewhere")));
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertWhole(map);
		}
		try (InventoryMap map = cache().map(other).orElseThrow()) {
			assertEquals(List.of(plug(9, "elsewhere")), map.named("elsewhere"));
		}
	}

	/** Two keys whose files have the same name. */
	@Test
	void aMapOfAnotherKeyIsNotTaken() throws IOException {
		cache().replace(new MapKey("other", KEY.account(), KEY.api()), PROOF, PLUGS);
		Path file = Files.move(file(".map"), folder().resolve(FileCache.name(KEY) + ".map"));
		assertEquals(Optional.empty(), cache().map(KEY));
		assertEquals(List.of(), warnings);
		assertNotOpen(file);
	}

	@Test
	void leavesNoFileOpen() throws IOException {
		FileCache cache = filled();
		Path file = file(".map");
		try (InventoryMap map = cache.map(KEY).orElseThrow()) {
			assertWhole(map);
			assertTrue(isOpen(file));
		}
		assertNotOpen(file);
		Files.write(file, new byte[] { 1, 2, 3 });
		assertEquals(Optional.empty(), cache.map(KEY));
		assertNotOpen(file);
	}

	private static void assertNotOpen(Path file) throws IOException {
		assertFalse(isOpen(file), "it stays open");
	}

	private static boolean isOpen(Path file) throws IOException {
		Path real = file.toRealPath();
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
			return descriptors.filter(Files::exists).anyMatch(descriptor -> leadsTo(descriptor, real));
		}
	}

	private static boolean leadsTo(Path descriptor, Path file) {
		try {
			return descriptor.toRealPath().equals(file);
		} catch (IOException closedMeanwhile) {
			return false;
		}
	}

	/** A page more or less than there is would be read, or summed up, at these. */
	@Test
	void aBodyMayEndWithAPage() throws IOException {
		cache().replace(KEY, PROOF, List.of(plug(1, "n")));
		int missing = MapFormat.PAGE - bodyLength() % MapFormat.PAGE;
		for (int more = missing - 1; more <= missing + 1; more++) {
			MappedPlug plug = plug(1, "n".repeat(1 + more));
			cache().replace(KEY, PROOF, List.of(plug));
			assertEquals(Math.floorMod(more - missing, MapFormat.PAGE), bodyLength() % MapFormat.PAGE);
			try (InventoryMap map = cache().map(KEY).orElseThrow()) {
				assertEquals(List.of(plug), map.named(plug.name()));
			}
		}
		assertEquals(List.of(), warnings);
	}

	private int bodyLength() throws IOException {
		byte[] map = Files.readAllBytes(file(".map"));
		return map.length - ByteBuffer.wrap(map).getInt(12);
	}

	@Test
	void keepsServersAccountsAndApisApart() {
		FileCache cache = filled();
		assertTrue(cache.map(new MapKey("other", KEY.account(), KEY.api())).isEmpty());
		assertTrue(cache.map(new MapKey(KEY.server(), "other", KEY.api())).isEmpty());
		assertTrue(cache.map(new MapKey(KEY.server(), KEY.account(), "other")).isEmpty());
		assertEquals(List.of(), warnings);
	}

	@Test
	void renewsTheProofWithoutWritingTheMap() throws IOException {
		FileCache cache = filled();
		byte[] before = Files.readAllBytes(file(".map"));
		MapProof later = new MapProof(TIME.plusSeconds(60), TIME.plusSeconds(61), true, "later");

		cache.update(KEY, PROOF, later, List.of(), Set.of());

		assertTrue(Arrays.equals(before, Files.readAllBytes(file(".map"))));
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(later, map.proof());
		}
		cache().replace(KEY, PROOF, PLUGS);
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(PROOF, map.proof(), "a renewal does not hold for the next map");
		}
	}

	@Test
	void updatesAddsAndRemoves() {
		FileCache cache = filled();
		MappedPlug renamed = plug(1, "node9");
		MappedPlug added = plug(7, "added");

		cache.update(KEY, PROOF, PROOF, List.of(renamed, added), Set.of("vm-3"));

		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(5, map.size());
			assertEquals(List.of(), map.named("node1"));
			assertEquals(List.of(renamed), map.named("node9"));
			assertEquals(List.of(added), map.named("added"));
			assertEquals(Optional.empty(), map.plug("vm-3"));
			assertEquals(List.of(PLUGS.get(1)), map.named("grün/1"));
		}
	}

	/** It would be complete for a time of which it knows nothing. */
	@Test
	void changesToAnotherInventoryThanTheOneThatIsThereAreLeft() throws IOException {
		FileCache cache = filled();
		MapProof another = new MapProof(TIME, TIME, true, "another");
		byte[] before = Files.readAllBytes(file(".map"));

		cache.update(KEY, another, new MapProof(TIME.plusSeconds(60), TIME, true, "later"), List.of(), Set.of());
		cache.update(KEY, another, new MapProof(TIME.plusSeconds(60), TIME, true, "later"), List.of(plug(7, "added")), Set.of("vm-3"));

		assertTrue(Arrays.equals(before, Files.readAllBytes(file(".map"))));
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertWhole(map);
		}
	}

	@Test
	void changesToAnInventoryWhoseProofWasRenewedSinceAreLeft() {
		FileCache cache = filled();
		MapProof renewed = new MapProof(TIME.plusSeconds(60), TIME, true, "renewed");
		cache.update(KEY, PROOF, renewed, List.of(), Set.of());
		cache.update(KEY, PROOF, new MapProof(TIME.plusSeconds(30), TIME, true, "between"), List.of(), Set.of());
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(renewed, map.proof());
		}
	}

	@Test
	void aChangeOfAnyByteIsNoticed() throws IOException {
		filled();
		Path file = file(".map");
		byte[] whole = Files.readAllBytes(file);
		for (int i = 0; i < whole.length; i++) {
			byte[] damaged = whole.clone();
			damaged[i] ^= 1 << i % 8;
			Files.write(file, damaged);
			warnings.clear();
			assertNothingWrong(cache().map(KEY), "byte " + i);
			assertEquals(1, warnings.size(), "byte " + i + ": " + warnings);
		}
	}

	/** Either nothing is there, or it says that it cannot be used. */
	private static void assertNothingWrong(Optional<InventoryMap> found, String what) {
		if (found.isPresent()) {
			try (InventoryMap map = found.get()) {
				map.named("node1");
				assertFalse(map.isUsable(), what);
				assertEquals(List.of(), map.named("node1"), what);
				assertEquals(Optional.empty(), map.plug("vm-1"), what);
			}
		}
	}

	@Test
	void aTruncationAnywhereIsNoticed() throws IOException {
		filled();
		Path file = file(".map");
		byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			warnings.clear();
			assertTrue(cache().map(KEY).isEmpty(), "length " + length);
			assertEquals(1, warnings.size(), "length " + length);
		}
		Files.write(file, Arrays.copyOf(whole, whole.length + 1));
		assertTrue(cache().map(KEY).isEmpty(), "too long");
	}

	@Test
	void aDamagedRenewalLeavesTheProofOfTheMap() throws IOException {
		filled().update(KEY, PROOF, new MapProof(TIME.plusSeconds(60), TIME, true, "later"), List.of(), Set.of());
		Path file = file(".proof");
		byte[] whole = Files.readAllBytes(file);
		for (int i = 0; i < whole.length; i++) {
			byte[] damaged = whole.clone();
			damaged[i] ^= 0x40;
			Files.write(file, damaged);
			try (InventoryMap map = cache().map(KEY).orElseThrow()) {
				assertEquals(PROOF, map.proof(), "byte " + i);
			}
		}
	}

	@Test
	void aRenewalGoesWithTheMapThatItWasFor() throws IOException {
		filled().update(KEY, PROOF, new MapProof(TIME.plusSeconds(60), TIME, true, "later"), List.of(), Set.of());
		Files.write(file(".proof"), new byte[0]);

		cache().replace(KEY, PROOF, PLUGS);

		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertWhole(map);
		}
		assertEquals(List.of(), warnings);
	}

	/** As when a process is killed between the two files. */
	@Test
	void aRenewalThatWasForAFormerMapIsNotTaken() throws IOException {
		filled().update(KEY, PROOF, new MapProof(TIME.plusSeconds(60), TIME, true, "later"), List.of(), Set.of());
		byte[] renewal = Files.readAllBytes(file(".proof"));
		cache().replace(KEY, PROOF, PLUGS);
		Files.write(folder().resolve(FileCache.name(KEY) + ".proof"), renewal);
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertWhole(map);
		}
		assertEquals(List.of(), warnings);
	}

	@Test
	void damageBehindTheFirstPageIsNoticedWhenItIsReached() throws IOException {
		List<MappedPlug> many = new ArrayList<>();
		for (int i = 0; i < 2000; i++) {
			many.add(plug(i, "node" + i));
		}
		cache().replace(KEY, PROOF, many);
		byte[] whole = Files.readAllBytes(file(".map"));
		whole[whole.length - 3] ^= 4;
		Files.write(file(".map"), whole);
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(List.of(many.get(5)), map.named("node5"));
			assertTrue(map.isUsable());
			map.named("node1999");
			assertFalse(map.isUsable());
			assertEquals(List.of(), map.named("node5"));
		}
		warnings.clear();
		cache().update(KEY, PROOF, PROOF, List.of(plug(5, "other")), Set.of());
		assertEquals(1, warnings.size(), "it is told that nothing was written");
		assertTrue(Arrays.equals(whole, Files.readAllBytes(file(".map"))), "nothing is made of a damaged map");
	}

	@Test
	void aFileOfANewerVersionIsIgnoredWithAWarning() throws IOException {
		filled();
		byte[] newer = Files.readAllBytes(file(".map"));
		newer[11] = 2;
		Files.write(file(".map"), newer);
		assertTrue(cache().map(KEY).isEmpty());
		assertTrue(warnings.get(0).contains("another version"), warnings.toString());
	}

	@Test
	void remembersServersByTheirAddresses() throws IOException {
		Map<String, String> facts = Map.of("apiVersion", "8.0.2.0", "instanceUuid", "grün");
		cache().rememberServer("vc:443", facts);
		assertEquals(Optional.of(facts), cache().server("vc:443"));
		assertEquals(Optional.empty(), cache().server("vc:444"));
		cache().rememberServer("vc:444", Map.of("apiVersion", "7.0"));
		assertEquals(Optional.of(facts), cache().server("vc:443"));
		assertEquals(Optional.of(Map.of("apiVersion", "7.0")), cache().server("vc:444"));
		assertEquals(List.of(), warnings);
		Files.delete(folder().resolve(serverFile("vc:444")));
		byte[] whole = Files.readAllBytes(file(".server"));
		for (int i = 0; i < whole.length; i++) {
			byte[] damaged = whole.clone();
			damaged[i] ^= 1 << i % 8;
			Files.write(file(".server"), damaged);
			assertEquals(Optional.empty(), cache().server("vc:443"), "byte " + i);
			Files.write(file(".server"), Arrays.copyOf(whole, i));
			assertEquals(Optional.empty(), cache().server("vc:443"), "length " + i);
		}
		assertEquals(2 * whole.length, warnings.size());
	}

	private String serverFile(String address) throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			return files.filter(file -> isAbout(file, address)).findFirst().orElseThrow().getFileName().toString();
		}
	}

	private static boolean isAbout(Path file, String address) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(address);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void filesAreForTheirOwnerAlone() throws IOException {
		filled();
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(".map"))));
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
	}

	@Test
	void whatOthersMayWriteIsIgnoredWithOneWarning() throws IOException {
		FileCache cache = filled();
		Files.setPosixFilePermissions(file(".map"), PosixFilePermissions.fromString("rw--w----"));
		assertTrue(cache.map(KEY).isEmpty());
		assertTrue(cache.map(KEY).isEmpty());
		assertEquals(1, warnings.size(), warnings.toString());
		assertTrue(warnings.get(0).contains("others may write"), warnings.toString());

		Files.setPosixFilePermissions(file(".map"), PosixFilePermissions.fromString("rw-------"));
		Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
		assertTrue(cache().map(KEY).isEmpty());
		byte[] before = Files.readAllBytes(file(".map"));
		cache().replace(KEY, PROOF, List.of());
		assertTrue(Arrays.equals(before, Files.readAllBytes(file(".map"))), "nothing is written there");
	}

	@Test
	void aLinkIsNotFollowed() throws IOException {
		filled();
		Path elsewhere = temporary.resolve("elsewhere");
		Files.move(file(".map"), elsewhere);
		Files.createSymbolicLink(folder().resolve(FileCache.name(KEY) + ".map"), elsewhere);
		assertTrue(cache().map(KEY).isEmpty());
		assertEquals(1, warnings.size(), warnings.toString());
	}

	@Test
	void aPlaceWhereNothingCanBeWrittenCostsAWarning() throws IOException {
		Files.writeString(folder(), "a file where the folder should be");
		cache().replace(KEY, PROOF, PLUGS);
		assertWarned("it is not a folder");
		assertTrue(cache().map(KEY).isEmpty());
		assertWarned("it is not a folder");
		cache().rememberServer("vc:443", Map.of());
		assertWarned("it is not a folder");
		cache(folder().resolve("below")).replace(KEY, PROOF, PLUGS);
		assertWarned("Not a directory");
	}

	private void assertWarned(String reason) {
		assertEquals(1, warnings.size(), warnings.toString());
		assertTrue(warnings.get(0).contains(reason), warnings.toString());
		warnings.clear();
	}

	@Test
	void aFolderInThePlaceOfAMapCostsAWarning() throws IOException {
		filled();
		Path file = file(".map");
		Files.delete(file);
		Files.createFile(Files.createDirectory(file).resolve("something"));
		assertEquals(Optional.empty(), cache().map(KEY));
		assertWarned("it is not a plain file");
		cache().replace(KEY, PROOF, PLUGS);
		assertWarned("Is a directory");
		assertEquals(List.of(file), everything());
	}

	private List<Path> everything() throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			return files.toList();
		}
	}

	@Test
	void makesTheFoldersOnTheWayForTheirOwnerAlone() throws IOException {
		Path deep = temporary.resolve("caches/of/palisade");
		cache(deep).replace(KEY, PROOF, PLUGS);
		try (InventoryMap map = cache(deep).map(KEY).orElseThrow()) {
			assertWhole(map);
		}
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.getParent())));
		assertEquals(List.of(), warnings);
	}

	@Test
	void leavesNothingUnfinishedAndRemovesWhatWasLeft() throws IOException {
		filled();
		Path left = Files.writeString(folder().resolve(".new-1-1"), "left");
		Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
		cache().replace(KEY, PROOF, PLUGS);
		try (Stream<Path> files = Files.list(folder())) {
			assertEquals(List.of(file(".map")), files.toList());
		}
	}

	@Test
	void aMapStaysAsItIsWhileAnotherOneIsWritten() {
		try (InventoryMap map = filled().map(KEY).orElseThrow()) {
			cache().replace(KEY, PROOF, List.of());
			assertWhole(map);
		}
	}

	@Test
	void severalMayWriteAndReadAtOnce() throws Exception {
		filled();
		int writers = 4;
		CountDownLatch begin = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(writers * 2);
		List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < writers; i++) {
			all.add(threads.submit(() -> repeat(begin, () -> cache().replace(KEY, PROOF, PLUGS))));
			all.add(threads.submit(() -> repeat(begin, () -> {
				try (InventoryMap map = cache().map(KEY).orElseThrow()) {
					assertWhole(map);
				}
			})));
		}
		begin.countDown();
		for (Future<?> one : all) {
			one.get(60, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertEquals(List.of(), warnings);
	}

	private static Void repeat(CountDownLatch begin, Runnable step) throws InterruptedException {
		begin.await();
		for (int i = 0; i < 50; i++) {
			step.run();
		}
		return null;
	}

	@Test
	void aLookUpInAFileOfFortyThousandReadsAFewPages() throws IOException {
		List<MappedPlug> many = new ArrayList<>();
		for (int i = 0; i < 40_000; i++) {
			many.add(plug(i, "node-" + i));
		}
		cache().replace(KEY, PROOF, many);
		long length = Files.size(file(".map"));
		assertTrue(length < 8 << 20, "length " + length);
		// All but the header and what the look-up needs is cut out by making it wrong: most pages are never looked at.
		byte[] whole = Files.readAllBytes(file(".map"));
		for (int number : new int[] { 0, 20_000, 39_999 }) {
			try (InventoryMap map = cache().map(KEY).orElseThrow()) {
				assertEquals(List.of(many.get(number)), map.named("node-" + number));
				assertEquals(Optional.of(many.get(number)), map.plug("vm-" + number));
			}
		}
		int usable = 0;
		for (int page = 100; page < 1200; page += 100) {
			byte[] damaged = whole.clone();
			damaged[page * MapFormat.PAGE] ^= 1;
			Files.write(file(".map"), damaged);
			try (InventoryMap map = cache().map(KEY).orElseThrow()) {
				map.named("node-20000");
				usable += map.isUsable() ? 1 : 0;
			}
		}
		assertTrue(usable >= 9, "the look-up read " + (11 - usable) + " of 11 damaged pages");
	}

	@Test
	void aNameThatNobodyCanRememberCostsAWarning() {
		String endless = "n".repeat(0x10000);
		filled().update(KEY, PROOF, PROOF, List.of(plug(6, endless)), Set.of());
		cache().replace(KEY, PROOF, List.of(plug(6, endless)));
		cache().replace(new MapKey(endless, "", ""), PROOF, List.of());
		cache().rememberServer("address", Map.of("fact", endless));
		assertEquals(4, warnings.size());
		assertTrue(warnings.get(0).contains("longer than any name"), warnings::toString);
		assertEquals(Optional.empty(), cache().map(new MapKey(endless, "", "")));
		assertEquals(Optional.empty(), cache().server(endless));
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertWhole(map);
			assertEquals(List.of(), map.named(endless));
		}
	}

	@Test
	void aNameAsLongAsTheFormatAllowsIsFound() {
		MappedPlug longest = plug(6, "n".repeat(MapFormat.LONGEST_TEXT));
		cache().replace(KEY, PROOF, List.of(longest));
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			assertEquals(List.of(longest), map.named(longest.name()));
		}
		assertEquals(List.of(), warnings);
	}

	@Test
	void aMarkThatIsTooLongIsDamage() throws IOException {
		filled();
		byte[] map = Files.readAllBytes(file(".map"));
		byte[] proof = ProofFile.write(serial(map), PROOF).array();
		Files.write(folder().resolve(FileCache.name(KEY) + ".proof"), withMark(proof, 32, 201));
		try (InventoryMap found = cache().map(KEY).orElseThrow()) {
			assertWhole(found);
		}
		Files.write(file(".map"), withMark(map, 61, 201));
		assertEquals(Optional.empty(), cache().map(KEY));
		assertEquals(2, warnings.size());
	}

	/** Also one whose end no number can hold. */
	@ParameterizedTest
	@ValueSource(ints = { -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20 })
	void anEntryOutsideOfTheFileIsDamageEvenWithRightChecksums(int entry) throws IOException {
		filled();
		Files.write(file(".map"), withEntries(Files.readAllBytes(file(".map")), entry));
		assertNothingWrong(cache().map(KEY), "entry " + entry);
		assertWarned("damaged");
	}

	/** {@return a map of one page in which each slot has that entry, and right checksums} */
	private static byte[] withEntries(byte[] map, int entry) {
		ByteBuffer changed = ByteBuffer.wrap(map.clone());
		int header = changed.getInt(12);
		int slots = changed.getInt(28) + changed.getInt(32) + changed.getInt(36);
		for (int slot = 0; slot < slots; slot++) {
			changed.putInt(header + slot * MapFormat.SLOT, entry);
		}
		CRC32 page = new CRC32();
		page.update(changed.array(), header, changed.capacity() - header);
		changed.putInt(header - 2 * Integer.BYTES, (int) page.getValue());
		CRC32 checksum = new CRC32();
		checksum.update(changed.array(), 0, header - Integer.BYTES);
		return changed.putInt(header - Integer.BYTES, (int) checksum.getValue()).array();
	}

	private static long serial(byte[] map) {
		return ByteBuffer.wrap(map).getLong(16);
	}

	/** {@return the file with a mark of that length instead of its own, which begins at an offset, and right checksums} */
	private static byte[] withMark(byte[] file, int at, int length) {
		int before = ByteBuffer.wrap(file).getShort(at);
		ByteBuffer longer = ByteBuffer.allocate(file.length + length - before).put(file, 0, at).putShort((short) length).put(new byte[length])
				.put(file, at + Short.BYTES + before, file.length - at - Short.BYTES - before);
		boolean map = longer.getLong(0) == MapFormat.MAGIC;
		int checked = map ? longer.getInt(12) + length - before - Integer.BYTES : longer.capacity() - Integer.BYTES;
		if (map) {
			longer.putInt(12, checked + Integer.BYTES);
		}
		CRC32 checksum = new CRC32();
		checksum.update(longer.array(), 0, checked);
		return longer.putInt(checked, (int) checksum.getValue()).array();
	}
}
