package org.palisade.launcher.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {

	@TempDir
	Path home;
	private Path folder;
	private final List<String> reported = new ArrayList<>();

	@BeforeEach
	void create() throws IOException {
		folder = Files.createDirectory(home.resolve(PluginFolder.NAME));
	}

	/** Reads the folder with modes that are in order, but for those of the given paths. */
	private List<String> read(Path... open) throws IOException {
		try (Stream<Path> tree = Files.walk(home)) {
			for (Path path : (Iterable<Path>) tree::iterator) {
				Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
			}
		}
		for (Path path : open) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxr-x"));
		}
		return new PluginFolder(home).read(reported::add).stream().map(PluginBundle::name).toList();
	}

	private String reported() {
		return String.join("\n", reported);
	}

	@Test
	void a_folder_that_is_missing_or_holds_no_bundle_is_in_order() throws IOException {
		Files.writeString(folder.resolve("README.txt"), "text");
		assertEquals(List.of(), read(folder));
		Files.delete(folder.resolve("README.txt"));
		Files.delete(folder);
		assertEquals(List.of(), read());
		assertEquals("", reported());
	}

	@Test
	void jars_and_folders_are_taken_in_the_order_of_their_names() throws IOException {
		Jars.bundle(folder.resolve("b.jar"), "com.example.b;singleton:=true");
		Path unpacked = Files.createDirectories(folder.resolve("a/META-INF"));
		Files.writeString(unpacked.resolve("MANIFEST.MF"), "Manifest-Version: 1.0\nBundle-SymbolicName: com.example.a\n");
		assertEquals(List.of("com.example.a", "com.example.b"), read());
		assertEquals("", reported());
	}

	@Test
	void what_is_no_bundle_is_named_and_the_others_are_used() throws IOException {
		Files.writeString(folder.resolve("broken.jar"), "no zip");
		Jars.bundle(folder.resolve("library.jar"));
		Jars.bundle(folder.resolve("good.jar"), "com.example.good");
		assertEquals(List.of("com.example.good"), read());
		assertTrue(reported().contains("plug-in broken.jar "), reported());
		assertTrue(reported().contains("plug-in library.jar ") && reported().contains("Bundle-SymbolicName"), reported());
	}

	@Test
	void a_jar_that_would_have_to_be_unpacked_says_how() throws IOException {
		Path jar = Jars.bundleWith(folder.resolve("fat.jar"), "lib/inner.jar", "Bundle-SymbolicName", "com.example.fat", "Bundle-ClassPath",
				".,lib/inner.jar");
		assertEquals(List.of(), read());
		assertTrue(reported().contains("unzip " + jar + " -d " + folder.resolve("com.example.fat")), reported());
	}

	@Test
	void a_bundle_that_its_group_may_write_is_refused_alone() throws IOException {
		Path open = Jars.bundle(folder.resolve("open.jar"), "com.example.open");
		Jars.bundle(folder.resolve("good.jar"), "com.example.good");
		assertEquals(List.of("com.example.good"), read(open));
		assertTrue(reported().contains("chmod g-w " + open.toRealPath()), reported());
	}

	@Test
	void nothing_is_used_when_the_folder_or_the_installation_may_be_written_by_its_group() throws IOException {
		Jars.bundle(folder.resolve("good.jar"), "com.example.good");
		assertEquals(List.of(), read(folder));
		assertTrue(reported().contains("chmod g-w " + folder.toRealPath()), reported());
		assertEquals(List.of(), read(home));
		assertTrue(reported().endsWith("chmod g-w " + home.toRealPath()), reported());
	}
}
