package org.palisade.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.palisade.launcher.plugin.Jars;
import org.palisade.launcher.plugin.PluginBundle;

/** The part that knows Equinox's inside: it has to notice when a newer Equinox differs. */
class StoragelessInstallerTest {

	@TempDir
	Path home;
	private BuiltInBundles builtIn;
	private Framework framework;
	private StoragelessInstaller installer;

	@BeforeEach
	void boot() throws IOException, BundleException {
		Path exporter = Jars.bundle(home.resolve("exporter.jar"), "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "exporter",
				"Export-Package", "exported;version=1");
		Path library = Jars.bundle(home.resolve("library.jar"));
		Path foreign = Jars.bundle(home.resolve("foreign.jar"), "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "foreign",
				"Palisade-Application", "another");
		Path own = Jars.bundle(home.resolve("own.jar"), "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "own", "Palisade-Application", "this");
		String classPath = String.join(File.pathSeparator, exporter.toString(), library.toString(), foreign.toString(), own.toString(), home.toString());
		builtIn = BuiltInBundles.of(classPath, getClass().getClassLoader(), "this");
		framework = new EquinoxFactory().newFramework(EmbeddedFramework.emptyConfiguration(home, true), builtIn);
		framework.start();
		installer = new StoragelessInstaller(framework.getBundleContext().getBundle());
	}

	@AfterEach
	void stop() throws BundleException, InterruptedException {
		framework.stop();
		framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> tree = Files.walk(home)) {
			return tree.map(home::relativize).map(Path::toString).sorted().toList();
		}
	}

	@Test
	void only_bundles_of_the_class_path_that_serve_the_application_are_offered() {
		assertEquals(Set.of("built-in:exporter", "built-in:own"), builtIn.locations());
		assertFalse(builtIn.connect("built-in:foreign").isPresent());
		assertFalse(builtIn.connect("built-in:library").isPresent());
	}

	@Test
	void names_of_bundles_that_are_not_offered_are_taken_all_the_same() {
		assertTrue(builtIn.isTaken("foreign"));
		assertTrue(builtIn.isTaken("own"));
		assertFalse(builtIn.isTaken("stranger"));
	}

	@Test
	void a_plug_in_is_wired_to_a_built_in_bundle_and_nothing_is_written() throws IOException, BundleException {
		Path jar = Jars.bundle(home.resolve("importer.jar"), "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "importer", "Import-Package",
				"exported");
		List<String> before = files();
		Bundle exporter = installer.install("built-in:exporter");
		Bundle importer = installer.install(PluginBundle.of(jar).location());
		importer.start(Bundle.START_TRANSIENT);

		assertEquals(Bundle.ACTIVE, importer.getState());
		assertEquals(exporter, importer.adapt(BundleWiring.class).getRequiredWires(null).get(0).getProvider().getBundle());
		assertEquals("content.txt", new String(importer.getEntry("content.txt").openStream().readAllBytes()));
		assertEquals("content.txt", new String(exporter.getEntry("content.txt").openStream().readAllBytes()));
		assertEquals(before, files());
	}

	@Test
	void a_bundle_that_cannot_be_resolved_says_what_it_lacks() throws IOException, BundleException {
		Path jar = Jars.bundle(home.resolve("importer.jar"), "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "importer", "Import-Package",
				"missing.from.everywhere");
		Bundle importer = installer.install(PluginBundle.of(jar).location());
		BundleException refused = assertThrows(BundleException.class, importer::start);
		assertEquals(BundleException.RESOLVE_ERROR, refused.getType());
	}

	@Test
	void the_same_bundle_twice_is_refused() throws IOException, BundleException {
		Path first = Jars.bundle(home.resolve("first.jar"), "same");
		Path second = Jars.bundle(home.resolve("second.jar"), "same");
		installer.install(PluginBundle.of(first).location());
		BundleException refused = assertThrows(BundleException.class, () -> installer.install(PluginBundle.of(second).location()));
		assertEquals(BundleException.DUPLICATE_BUNDLE_ERROR, refused.getType());
	}

	@Test
	void what_would_have_to_be_stored_is_not_installed() throws IOException {
		Path jar = Jars.bundle(home.resolve("stored.jar"), "stored");
		assertThrows(IllegalArgumentException.class, () -> installer.install(jar.toUri().toString()));
	}
}
