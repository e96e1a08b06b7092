package org.palisade.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs with which a target begins: those in the sources, those of the bundle's tests, and those that are made. */
final class Seeds {

	private Seeds() {
	}

	/** {@return the seeds by name} */
	static Map<String, byte[]> of(Target target, Path module) throws IOException {
		Map<String, byte[]> seeds = new TreeMap<>();
		for (Path file : files(target.corpus(module))) {
			seeds.put(file.getFileName().toString(), Files.readAllBytes(file));
		}
		for (Path file : files(target.samples(module))) {
			if (target.isSample(file.getFileName().toString())) {
				seeds.put(file.getFileName().toString(), Files.readAllBytes(file));
			}
		}
		List<byte[]> made = target.madeSeeds();
		for (int i = 0; i < made.size(); i++) {
			seeds.put("made-" + i, made.get(i));
		}
		return seeds;
	}

	private static List<Path> files(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** Writes the seeds into a folder. */
	static void write(Target target, Path module, Path folder) throws IOException {
		Files.createDirectories(folder);
		for (Map.Entry<String, byte[]> seed : of(target, module).entrySet()) {
			Files.write(folder.resolve(seed.getKey()), seed.getValue());
		}
	}
}
