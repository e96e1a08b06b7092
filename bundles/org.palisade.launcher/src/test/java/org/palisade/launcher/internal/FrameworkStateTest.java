package org.palisade.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;
import org.palisade.launcher.plugin.Jars;
import org.palisade.launcher.plugin.PluginCall;

/** What a framework has written down is what another one starts with, or none is started with it. */
class FrameworkStateTest {

	private static final String APPLICATION = "this";

	@TempDir
	Path home;
	private Path importer;
	private FrameworkState state;

	@BeforeEach
	void build() throws IOException {
		// A stand-in: only its name is looked at.
		Path componentRuntime = bundle("org.apache.felix.scr", "Bundle-Vendor", "stand-in");
		Path exporter = bundle("exporter", "Export-Package", "exported;version=1");
		importer = bundle("importer", "Import-Package", "exported,javax.net.ssl");
		Path foreign = bundle("foreign", "Palisade-Application", "another");
		state = new FrameworkState(home.resolve("state"),
				String.join(File.pathSeparator, importer.toString(), componentRuntime.toString(), exporter.toString(), foreign.toString()));
	}

	private Path bundle(String name, String header, String value) throws IOException {
		return Jars.bundle(home.resolve(name + ".jar"), "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, header, value);
	}

	private void keep() throws BundleException, IOException, InterruptedException {
		EmbeddedFramework.keep(home, getClass().getClassLoader(), APPLICATION, state);
	}

	private EmbeddedFramework restored() {
		return EmbeddedFramework.restored(home, getClass().getClassLoader(), state);
	}

	private static void start(EmbeddedFramework framework) throws BundleException, PluginCall.Hangs {
		framework.start(List.of(), new Report("test", new PrintStream(new ByteArrayOutputStream())));
	}

	@Test
	void a_restored_framework_has_the_bundles_of_the_application_wired_and_started() throws Exception {
		keep();
		List<String> before = contents();
		EmbeddedFramework framework = restored();
		start(framework);
		try {
			List<Bundle> bundles = Arrays.asList(framework.context().getBundles());
			assertEquals(List.of("org.eclipse.osgi", "org.apache.felix.scr", "exporter", "importer"), bundles.stream().map(Bundle::getSymbolicName).toList());
			assertTrue(bundles.stream().allMatch(bundle -> bundle.getState() == Bundle.ACTIVE), bundles::toString);
			assertEquals(List.of(bundles.get(2), bundles.get(0)), bundles.get(3).adapt(BundleWiring.class).getRequiredWires(null).stream()
					.map(wire -> wire.getProvider().getBundle()).filter(bundle -> !bundle.equals(bundles.get(3))).distinct().toList());
			assertEquals("content.txt", new String(bundles.get(3).getEntry("content.txt").openStream().readAllBytes(), StandardCharsets.UTF_8));
			assertEquals("exported;version=1", bundles.get(2).getHeaders("").get("Export-Package"));
		} finally {
			framework.stop();
		}
		assertEquals(before, contents());
	}

	@Test
	void without_a_state_no_framework_is_started_with_it() {
		assertFalse(state.isSound());
		assertThrows(BundleException.class, () -> start(restored()));
		assertFalse(Files.exists(state.folder()));
	}

	@Test
	void bundles_that_cannot_be_resolved_are_not_kept() throws IOException {
		Jars.bundle(importer, "Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "importer", "Import-Package", "missing.from.everywhere");
		BundleException refused = assertThrows(BundleException.class, this::keep);
		assertTrue(refused.getMessage().contains("importer"), refused::getMessage);
		assertFalse(state.isSound());
	}

	@Test
	void a_bundle_from_elsewhere_is_not_started() throws Exception {
		keep();
		Path stranger = bundle("stranger", "Bundle-Vendor", "somebody");
		var configuration = EmbeddedFramework.emptyConfiguration(home, false);
		configuration.put("osgi.configuration.area", state.folder().toUri().toString());
		configuration.remove("osgi.configuration.area.readOnly");
		Framework other = new EquinoxFactory().newFramework(configuration, BuiltInBundles.unread(state.classPath(), getClass().getClassLoader()));
		other.start();
		other.getBundleContext().installBundle("reference:" + stranger.toUri());
		other.stop();
		other.waitForStop(0);

		BundleException refused = assertThrows(BundleException.class, () -> start(restored()));
		assertTrue(refused.getMessage().contains("stranger"), refused::getMessage);
	}

	@Test
	void a_state_is_sound_until_anything_differs() throws Exception {
		keep();
		assertTrue(state.isSound());
		Path information = state.folder().resolve("org.eclipse.osgi/framework.info.1");
		byte[] written = Files.readAllBytes(information);

		byte[] changed = written.clone();
		changed[written.length / 2] ^= 1;
		Files.write(information, changed);
		assertFalse(state.isSound());
		Files.write(information, Arrays.copyOf(written, written.length - 1));
		assertFalse(state.isSound());
		Files.write(information, written);
		assertTrue(state.isSound());

		FileTime modified = Files.getLastModifiedTime(importer);
		Files.setLastModifiedTime(importer, FileTime.fromMillis(modified.toMillis() - 60_000));
		assertFalse(state.isSound());
		Files.setLastModifiedTime(importer, modified);
		assertTrue(state.isSound());
		Files.write(importer, new byte[] { 0 });
		Files.setLastModifiedTime(importer, modified);
		assertFalse(state.isSound());
	}

	private List<String> contents() throws IOException {
		try (Stream<Path> files = Files.walk(home)) {
			return files.filter(Files::isRegularFile).sorted().map(FrameworkStateTest::line).toList();
		}
	}

	private static String line(Path file) {
		try {
			return file + " " + Files.getLastModifiedTime(file) + " " + Arrays.hashCode(Files.readAllBytes(file));
		} catch (IOException e) {
			return file + " " + e;
		}
	}
}
