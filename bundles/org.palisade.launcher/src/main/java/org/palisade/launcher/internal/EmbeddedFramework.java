package org.palisade.launcher.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.palisade.launcher.plugin.PluginBundle;
import org.palisade.launcher.plugin.PluginCall;
import org.palisade.launcher.plugin.PluginStarter;

/**
 * Equinox in this process: the built-in bundles by OSGi Connect, those of {@code plugins.d} as ordinary bundles. Nothing is written to the disk, unless a
 * state is to be kept.
 */
final class EmbeddedFramework {

	private static final String SERVICE_COMPONENT_RUNTIME = BuiltInBundles.location("org.apache.felix.scr");
	private static final long STOP_MILLISECONDS = 1_000;

	/**
	 * What the built-in bundles import of the platform, beside {@code java.*}. A bundle that imports anything else is not resolved, and is missed in every
	 * test of the application that it belongs to.
	 */
	private static final String PLATFORM_PACKAGES = "com.sun.net.httpserver,javax.crypto,javax.crypto.interfaces,javax.crypto.spec,javax.net.ssl,"
			+ "javax.xml.parsers,javax.xml.stream,javax.xml.xpath,jdk.net,org.ietf.jgss,org.xml.sax,org.xml.sax.helpers,sun.misc";

	private final Framework framework;
	private final BuiltInBundles builtIn;
	private final boolean restored;
	private StoragelessInstaller installer;

	private EmbeddedFramework(Map<String, String> configuration, BuiltInBundles builtIn, boolean restored) {
		this.builtIn = builtIn;
		this.restored = restored;
		framework = new EquinoxFactory().newFramework(configuration, builtIn);
	}

	/**
	 * A framework into which the bundles are yet to be installed.
	 *
	 * @param home the installation
	 * @param classPath the jars of the built-in bundles
	 * @param application the one that is to run; bundles that serve others only are not installed
	 * @param withPlugins whether there will be bundles of others, which may import any package of the platform
	 * @throws IOException when one of them cannot be read
	 */
	static EmbeddedFramework empty(Path home, String classPath, ClassLoader loader, String application, boolean withPlugins) throws IOException {
		return new EmbeddedFramework(emptyConfiguration(home, withPlugins), BuiltInBundles.of(classPath, loader, application), false);
	}

	static Map<String, String> emptyConfiguration(Path home, boolean withPlugins) {
		// A folder that does not exist; being read-only, nobody creates it.
		Map<String, String> configuration = readOnly(configuration(home, home.resolve("none")));
		if (withPlugins) {
			configuration.remove(Constants.FRAMEWORK_SYSTEMPACKAGES);
		}
		return configuration;
	}

	/**
	 * A framework that has its bundles already, and knows how they are wired.
	 *
	 * @param state written by {@link #keep}, with the same Java, and sound; nothing is written there
	 */
	static EmbeddedFramework restored(Path home, ClassLoader loader, FrameworkState state) {
		return new EmbeddedFramework(readOnly(configuration(home, state.folder())), BuiltInBundles.unread(state.classPath(), loader), true);
	}

	/**
	 * Installs and resolves the built-in bundles as they are for an application, and has the framework write down what came of it.
	 *
	 * @param state where to write; the framework creates the folder
	 * @throws BundleException when one of them cannot be resolved
	 * @throws IOException when one of them cannot be read, or nothing was written
	 */
	static void keep(Path home, ClassLoader loader, String application, FrameworkState state)
			throws BundleException, IOException, InterruptedException {
		var kept = new EmbeddedFramework(configuration(home, state.folder()), BuiltInBundles.of(state.classPath(), loader, application), false);
		kept.framework.start();
		BundleContext context = kept.framework.getBundleContext();
		List<Bundle> bundles = new ArrayList<>();
		for (String location : kept.locations()) {
			bundles.add(context.installBundle(location));
		}
		if (!kept.framework.adapt(FrameworkWiring.class).resolveBundles(bundles)) {
			throw new BundleException("not all can be resolved of " + bundles, BundleException.RESOLVE_ERROR);
		}
		// It writes while it stops.
		kept.framework.stop();
		kept.framework.waitForStop(0);
		state.seal();
	}

	private static Map<String, String> configuration(Path home, Path state) {
		Map<String, String> configuration = new HashMap<>();
		configuration.put("osgi.install.area", home.toUri().toString());
		configuration.put("osgi.configuration.area", state.toUri().toString());
		configuration.put("osgi.instance.area", "@none");
		configuration.put("osgi.user.area", "@none");
		// What goes wrong is reported by us, in words for users.
		configuration.put("eclipse.log.enabled", "false");
		// Threads of their own for resolving and starting cost more than they gain with a few bundles.
		configuration.put("equinox.resolver.thread.count", "1");
		configuration.put("equinox.start.level.thread.count", "1");
		// The process must not be kept alive by the framework.
		configuration.put("osgi.framework.activeThreadType", "daemon");
		// To find and to parse all that a Java platform has costs more than to read the manifests of our bundles.
		configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES, PLATFORM_PACKAGES);
		return configuration;
	}

	private static Map<String, String> readOnly(Map<String, String> configuration) {
		configuration.put("osgi.configuration.area.readOnly", "true");
		return configuration;
	}

	/**
	 * Starts the framework and its bundles: the component runtime first, then the built-in bundles, then the plug-ins.
	 *
	 * @param plugins a plug-in that fails is reported and does not stop the others
	 * @return the plug-ins that were started
	 * @throws BundleException when the framework or a built-in bundle fails
	 * @throws PluginCall.Hangs when a plug-in does not return; a new framework has to be started without it
	 */
	List<Bundle> start(List<PluginBundle> plugins, Report report) throws BundleException, PluginCall.Hangs {
		framework.start();
		List<Bundle> bundles = restored ? restoredBundles() : installBundles();
		try (OneParser parser = OneParser.forComponents()) {
			for (Bundle bundle : bundles) {
				bundle.start(Bundle.START_TRANSIENT);
			}
		}
		return plugins.isEmpty() ? List.of() : startPlugins(plugins, report);
	}

	/** In the order in which they were installed when the state was kept. */
	private List<Bundle> restoredBundles() throws BundleException {
		List<Bundle> bundles = new ArrayList<>();
		for (Bundle bundle : framework.getBundleContext().getBundles()) {
			if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
				continue;
			}
			if (!BuiltInBundles.isLocation(bundle.getLocation())) {
				throw new BundleException("a state with a bundle that is not built in: " + bundle, BundleException.INVALID_OPERATION);
			}
			bundles.add(bundle);
		}
		if (bundles.isEmpty()) {
			throw new BundleException("a state without bundles", BundleException.INVALID_OPERATION);
		}
		return bundles;
	}

	private List<Bundle> installBundles() throws BundleException {
		installer = new StoragelessInstaller(framework.getBundleContext().getBundle());
		List<Bundle> bundles = new ArrayList<>();
		for (String location : locations()) {
			bundles.add(installer.install(location));
		}
		// All at once, which is cheaper than one after the other as each is started. One that cannot be resolved says so when it is started.
		framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
		return bundles;
	}

	/** In the order in which they are to be started. */
	private List<String> locations() {
		List<String> locations = new ArrayList<>(builtIn.locations());
		locations.remove(SERVICE_COMPONENT_RUNTIME);
		locations.add(0, SERVICE_COMPONENT_RUNTIME);
		return locations;
	}

	private List<Bundle> startPlugins(List<PluginBundle> plugins, Report report) throws PluginCall.Hangs {
		PluginStarter starter = new PluginStarter(plugin -> installer.install(plugin.location()), builtIn::isTaken, report);
		Map<Bundle, PluginBundle> installed = starter.install(plugins);
		List<Bundle> started = new ArrayList<>();
		for (Map.Entry<Bundle, PluginBundle> entry : installed.entrySet()) {
			if (starter.start(entry.getKey(), entry.getValue())) {
				started.add(entry.getKey());
			}
		}
		for (Bundle bundle : started) {
			starter.awaitServices(bundle, installed.get(bundle));
		}
		return started;
	}

	BundleContext context() {
		return framework.getBundleContext();
	}

	/** Stops the bundles in the reverse order; gives up after a second. */
	void stop() throws BundleException, InterruptedException {
		framework.stop();
		framework.waitForStop(STOP_MILLISECONDS);
	}
}
