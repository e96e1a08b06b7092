package org.palisade.sbom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds what is shipped in a folder: jars and native libraries. */
final class PartReader {

	/** The native halves of netty-tcnative have no manifest to tell. */
	private static final String NATIVE_HALF = "netty_tcnative";
	private static final String JAVA_HALF = "io.netty.tcnative-classes";
	/** Where p2 keeps its own notes, an agent of p2's cache among them. */
	private static final String NOTES_OF_P2 = "p2";
	private static final List<String> DESCRIPTIONS = List.of("artifacts.jar", "content.jar");

	private final Map<String, Coordinates> coordinates;

	PartReader(Map<String, Coordinates> coordinates) {
		this.coordinates = coordinates;
	}

	/** {@return the parts, by their paths} */
	List<Part> read(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> tree = Files.walk(folder)) {
			files = tree.filter(Files::isRegularFile).filter(file -> isPart(folder.relativize(file))).sorted().toList();
		}
		List<Part> parts = new ArrayList<>();
		for (Path file : files) {
			parts.add(file.toString().endsWith(".jar") ? jar(folder, file) : library(folder, file));
		}
		return parts;
	}

	/** Whether it is something that is run: what p2 notes of it is not. */
	static boolean isPart(Path path) {
		String name = path.getFileName().toString();
		return (name.endsWith(".jar") || name.endsWith(".so")) && !path.startsWith(NOTES_OF_P2) && !DESCRIPTIONS.contains(path.toString());
	}

	private Part jar(Path folder, Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile(), false)) {
			Manifest manifest = jar.getManifest();
			Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
			String symbolicName = attributes.getValue("Bundle-SymbolicName");
			if (symbolicName == null) {
				return feature(folder, file);
			}
			String name = symbolicName.replaceFirst(";.*", "").strip();
			Optional<Coordinates> from = Optional.ofNullable(coordinates.get(name));
			return new Part(path(folder, file), name, attributes.getValue("Bundle-Version"), from, Licences.of(name, attributes, jar), sha256(file));
		}
	}

	/** Its name is told by that of its file alone. */
	private static Part feature(Path folder, Path file) throws IOException {
		String[] halves = file.getFileName().toString().replaceFirst("\\.jar$", "").split("_", 2);
		return new Part(path(folder, file), halves[0], halves[1], Optional.empty(), Licences.OURS, sha256(file));
	}

	private Part library(Path folder, Path file) throws IOException {
		Coordinates classes = coordinates.get(JAVA_HALF);
		if (!file.getFileName().toString().contains(NATIVE_HALF) || classes == null) {
			throw new IOException("nobody knows where " + file + " comes from");
		}
		String classifier = file.getFileName().toString().replaceFirst("^libnetty_tcnative_(.*?_)(.*)\\.so$", "$1$2").replaceFirst("_", "-");
		Coordinates from = new Coordinates(classes.group(), "netty-tcnative-boringssl-static", classes.version(), classifier);
		return new Part(path(folder, file), from.artifact(), from.version(), Optional.of(from), Licences.BORINGSSL, sha256(file));
	}

	private static String path(Path folder, Path file) {
		return folder.relativize(file).toString();
	}

	static String sha256(Path file) throws IOException {
		try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest());
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError("every Java has it", e);
		}
	}
}
