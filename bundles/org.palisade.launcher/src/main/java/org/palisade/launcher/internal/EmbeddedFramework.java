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
 * Equinox in this process: the built-in bundles by OSGi Connect, those of {@code plugins.d} as ordinary bundles. Nothing is written to the disk.
 */
final class EmbeddedFramework {

	private static final String SERVICE_COMPONENT_RUNTIME = "org.apache.felix.scr";
	private static final long STOP_MILLISECONDS = 1_000;

	/**
	 * What the built-in bundles import of the platform, beside {@code java.*}. A bundle that imports anything else is not resolved, and is missed in every
	 * test of the application that it belongs to.
	 */
	private static final String PLATFORM_PACKAGES = "com.sun.net.httpserver,javax.crypto,javax.crypto.interfaces,javax.crypto.spec,javax.net.ssl,"
			+ "javax.xml.parsers,javax.xml.stream,javax.xml.xpath,jdk.net,org.ietf.jgss,org.xml.sax,org.xml.sax.helpers,sun.misc";

	private final Framework framework;
	private final BuiltInBundles builtIn;
	private StoragelessInstaller installer;

	/**
	 * @param home the installation
	 * @param classPath the jars of the built-in bundles
	 * @param application the one that is to run; bundles that serve others only are not installed
	 * @param withPlugins whether there will be bundles of others, which may import any package of the platform
	 * @throws IOException when one of them cannot be read
	 */
	EmbeddedFramework(Path home, String classPath, ClassLoader loader, String application, boolean withPlugins) throws IOException {
		builtIn = BuiltInBundles.of(classPath, loader, application);
		framework = new EquinoxFactory().newFramework(configuration(home, withPlugins), builtIn);
	}

	static Map<String, String> configuration(Path home, boolean withPlugins) {
		Map<String, String> configuration = new HashMap<>();
		configuration.put("osgi.install.area", home.toUri().toString());
		// A folder that does not exist; being read-only, nobody creates it.
		configuration.put("osgi.configuration.area", home.resolve("none").toUri().toString());
		configuration.put("osgi.configuration.area.readOnly", "true");
		configuration.put("osgi.instance.area", "@none");
		configuration.put("osgi.user.area", "@none");
		// What goes wrong is reported by us, in words for users.
		configuration.put("eclipse.log.enabled", "false");
		// Threads of their own for resolving and starting cost more than they gain with a few bundles.
		configuration.put("equinox.resolver.thread.count", "1");
		configuration.put("equinox.start.level.thread.count", "1");
		// The process must not be kept alive by the framework.
		configuration.put("osgi.framework.activeThreadType", "daemon");
		if (!withPlugins) {
			// To find and to parse all that a Java platform has costs more than to read the manifests of our bundles.
			configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES, PLATFORM_PACKAGES);
		}
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
		installer = new StoragelessInstaller(framework.getBundleContext().getBundle());
		List<Bundle> bundles = new ArrayList<>();
		String first = BuiltInBundles.location(SERVICE_COMPONENT_RUNTIME);
		bundles.add(installer.install(first));
		for (String location : builtIn.locations()) {
			if (!location.equals(first)) {
				bundles.add(installer.install(location));
			}
		}
		// All at once, which is cheaper than one after the other as each is started. One that cannot be resolved says so when it is started.
		framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
		try (OneParser parser = OneParser.forComponents()) {
			for (Bundle bundle : bundles) {
				bundle.start(Bundle.START_TRANSIENT);
			}
		}
		return plugins.isEmpty() ? List.of() : startPlugins(plugins, report);
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
