package org.palisade.ui.internal.preference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the look-up cache of this workspace. For any thread but that of the UI. */
final class CacheFolder {

	private CacheFolder() {
	}

	/** {@return how many bytes are in it} */
	static long size(Path folder) throws IOException {
		long size = 0;
		for (Path file : files(folder)) {
			size += Files.size(file);
		}
		return size;
	}

	/** Removes what is in it. Whoever needs it makes it anew. */
	static void clear(Path folder) throws IOException {
		for (Path file : files(folder)) {
			Files.deleteIfExists(file);
		}
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).toList();
		} catch (NoSuchFileException nothingRemembered) {
			return List.of();
		}
	}
}
