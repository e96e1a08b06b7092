package org.palisade.lookup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.palisade.api.Diagnostics;
import org.palisade.api.lookup.InventoryMap;
import org.palisade.api.lookup.MapKey;
import org.palisade.api.lookup.MapProof;
import org.palisade.api.lookup.MappedPlug;

/** An inventory that was remembered in a folder, which is made for it and goes with it. */
final class Remembered implements AutoCloseable {

	private static final MapKey KEY = new MapKey("6f1c0de5-0000-4000-8000-000000000001", "fence@vsphere.local", "vim25");

	private final Path folder;
	private final int plugs;

	Remembered(int plugs) throws IOException {
		this.plugs = plugs;
		folder = Files.createTempDirectory("palisade-benchmark", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		MapProof proof = new MapProof(Instant.EPOCH, Instant.EPOCH, true, "mark");
		cache().replace(KEY, proof, IntStream.range(0, plugs).mapToObj(Remembered::plug).toList());
	}

	private static MappedPlug plug(int number) {
		String tail = "%024x".formatted(number);
		return new MappedPlug("vm-" + number, name(number), Optional.of("50000000" + tail + " 42000000" + tail), false);
	}

	private static String name(int number) {
		return "node%05d".formatted(number);
	}

	private FileCache cache() {
		return new FileCache(new CacheFolder(folder), Diagnostics.none());
	}

	/** {@return the name of a plug in the middle} */
	String someName() {
		return name(plugs / 2);
	}

	/** {@return the plugs of a name} The file is opened for that, as each one-shot agent does. */
	List<MappedPlug> find(String name) {
		try (InventoryMap map = cache().map(KEY).orElseThrow()) {
			List<MappedPlug> found = map.named(name);
			if (found.size() != 1 || !map.isUsable()) {
				throw new IllegalStateException(found.toString());
			}
			return found;
		}
	}

	/** {@return the plugs of a name, found by reading the whole file into a table} What a file costs that is not made for being mapped. */
	MappedPlug findByReadingAll(String name) {
		Map<String, MappedPlug> table = new HashMap<>();
		try (MapFile map = (MapFile) cache().map(KEY).orElseThrow()) {
			map.forEach(plug -> table.put(plug.name(), plug));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return Optional.ofNullable(table.get(name)).orElseThrow();
	}

	@Override
	public void close() throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				Files.delete(file);
			}
		}
		Files.delete(folder);
	}
}
