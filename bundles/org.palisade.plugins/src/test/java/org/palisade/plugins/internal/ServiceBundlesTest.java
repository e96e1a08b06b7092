package org.palisade.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class ServiceBundlesTest {

	@TempDir
	Path home;
	private Framework framework;
	private ServiceBundles bundles;
	private final List<String> reported = new CopyOnWriteArrayList<>();

	@BeforeEach
	void boot() throws BundleException {
		framework = new EquinoxFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, home.resolve("storage").toString()));
		framework.start();
		bundles = new ServiceBundles(framework.getBundleContext(), bundle -> false, reported::add);
		bundles.open();
	}

	@AfterEach
	void stop() throws BundleException, InterruptedException {
		framework.stop();
		framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
	}

	private Bundle install(String name) throws IOException, BundleException {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.putValue("Bundle-ManifestVersion", "2");
		attributes.putValue("Bundle-SymbolicName", name);
		attributes.putValue("Service-Component", "OSGI-INF/component.xml");
		attributes.putValue("Import-Package", "org.palisade.api;resolution:=optional");
		Path jar = home.resolve(name + ".jar");
		new JarOutputStream(Files.newOutputStream(jar), manifest).close();
		return framework.getBundleContext().installBundle(jar.toUri().toString());
	}

	@Test
	void what_has_components_for_us_is_started_when_it_is_installed() throws IOException, BundleException {
		assertEquals(Bundle.ACTIVE, install("com.example.a").getState());
	}

	@Test
	void what_somebody_stops_is_not_started_again() throws IOException, BundleException {
		Bundle bundle = install("com.example.a");
		bundle.stop();
		assertNotEquals(Bundle.ACTIVE, bundle.getState());
		bundle.update(Files.newInputStream(home.resolve("com.example.a.jar")));
		assertEquals(Bundle.ACTIVE, bundle.getState(), "another version is for being used");
	}

	@Test
	void nothing_is_told_when_the_workbench_ends() throws Exception {
		install("com.example.a");
		stop();
		assertEquals(List.of(), reported);
	}
}
