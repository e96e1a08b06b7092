package org.palisade.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.palisade.launcher.plugin.PluginFolder;

class FolderBundlesTest {

	@TempDir
	Path home;
	private Path folder;
	private Framework framework;
	private FolderBundles bundles;
	private final List<String> reported = new ArrayList<>();

	@BeforeEach
	void boot() throws IOException, BundleException {
		folder = Files.createDirectory(home.resolve(PluginFolder.NAME), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		framework = new EquinoxFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, home.resolve("storage").toString()));
		framework.start();
		bundles = bundles();
	}

	@AfterEach
	void stop() throws BundleException, InterruptedException {
		framework.stop();
		framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
	}

	private FolderBundles bundles() {
		return new FolderBundles(framework.getBundleContext(), new PluginFolder(home), reported::add);
	}

	private Path drop(String file, String... headers) throws IOException {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.putValue("Bundle-ManifestVersion", "2");
		for (int i = 0; i < headers.length; i += 2) {
			attributes.putValue(headers[i], headers[i + 1]);
		}
		Path jar = home.resolve(file);
		new JarOutputStream(Files.newOutputStream(jar), manifest).close();
		Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));
		return Files.move(jar, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
	}

	/** Names with states, of what lies in the folder. */
	private List<String> present() {
		return Stream.of(framework.getBundleContext().getBundles()).filter(bundles::owns)
				.map(bundle -> bundle.getSymbolicName() + (bundle.getState() == Bundle.ACTIVE ? " runs" : " does not run")).sorted().toList();
	}

	@Test
	void what_comes_is_started_and_what_goes_is_gone() throws IOException {
		Path jar = drop("a.jar", "Bundle-SymbolicName", "com.example.a");
		bundles.update();
		assertEquals(List.of("com.example.a runs"), present());

		Files.delete(jar);
		bundles.update();
		assertEquals(List.of(), present());
		assertEquals(List.of(), reported);
	}

	@Test
	void what_is_as_it_was_is_left_alone() throws IOException {
		drop("a.jar", "Bundle-SymbolicName", "com.example.a");
		bundles.update();
		long id = id();
		bundles.update();
		assertEquals(id, id());
	}

	private long id() {
		return Stream.of(framework.getBundleContext().getBundles()).filter(bundles::owns).findFirst().orElseThrow().getBundleId();
	}

	@Test
	void another_version_replaces_the_one_before() throws IOException {
		drop("a.jar", "Bundle-SymbolicName", "com.example.a", "Bundle-Version", "1.0.0");
		bundles.update();
		long id = id();
		drop("a.jar", "Bundle-SymbolicName", "com.example.a", "Bundle-Version", "1.0.1");
		bundles.update();
		assertEquals(List.of("com.example.a runs"), present());
		assertNotEquals(id, id());
	}

	@Test
	void what_cannot_be_resolved_is_told_once_and_runs_when_what_it_lacks_has_come() throws IOException {
		drop("a.jar", "Bundle-SymbolicName", "com.example.a", "Import-Package", "com.example.library");
		drop("b.jar", "Bundle-SymbolicName", "com.example.b");
		bundles.update();
		bundles.update();
		assertEquals(List.of("com.example.a does not run", "com.example.b runs"), present());
		assertEquals(1, reported.size(), reported::toString);
		assertTrue(reported.get(0).contains("a.jar") && reported.get(0).contains("com.example.library"), reported::toString);

		drop("library.jar", "Bundle-SymbolicName", "com.example.library", "Export-Package", "com.example.library");
		bundles.update();
		assertEquals(List.of("com.example.a runs", "com.example.b runs", "com.example.library runs"), present());
		assertEquals(1, reported.size(), reported::toString);
	}

	@Test
	void the_name_of_an_installed_bundle_is_refused() throws IOException {
		drop("impostor.jar", "Bundle-SymbolicName", framework.getSymbolicName());
		bundles.update();
		assertEquals(List.of(), present());
		assertTrue(reported.get(0).contains("impostor.jar"), reported::toString);
	}

	@Test
	void what_others_may_write_is_not_loaded_and_goes_when_they_may() throws IOException {
		Path jar = drop("a.jar", "Bundle-SymbolicName", "com.example.a");
		bundles.update();
		Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw----"));
		bundles.update();
		assertEquals(List.of(), present());
		assertTrue(reported.get(0).contains("chmod g-w"), reported::toString);
	}

	@Test
	void what_was_left_behind_is_taken_away() throws IOException {
		Path jar = drop("a.jar", "Bundle-SymbolicName", "com.example.a");
		bundles.update();
		Files.delete(jar);
		// Another run of the program, whose predecessor was killed.
		bundles = bundles();
		bundles.update();
		assertEquals(List.of(), present());
	}

	@Test
	void nothing_is_left_behind_at_the_end() throws IOException {
		drop("a.jar", "Bundle-SymbolicName", "com.example.a");
		bundles.update();
		bundles.close();
		assertEquals(List.of(), present());
	}
}
