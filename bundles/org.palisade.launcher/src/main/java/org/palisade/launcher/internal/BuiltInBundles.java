package org.palisade.launcher.internal;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/** Offers the bundles of the application's class path to the framework, each at a location of its own. */
final class BuiltInBundles implements ModuleConnector {

	private static final String JAR = ".jar";
	private static final String LOCATION_PREFIX = "built-in:";
	/** The framework itself lies on the class path too. */
	private static final String FRAMEWORK = "org.eclipse.osgi";

	private final Map<String, BuiltInBundle> byLocation;
	private final Set<String> symbolicNames;

	private BuiltInBundles(Map<String, BuiltInBundle> byLocation, Set<String> symbolicNames) {
		this.byLocation = byLocation;
		this.symbolicNames = symbolicNames;
	}

	/**
	 * Looks at every jar of a class path. Jars that are no bundles are left out: they are libraries. So are bundles that serve other applications only:
	 * each bundle costs time in every run.
	 *
	 * @param application the one that is to run
	 * @throws IOException when a jar cannot be read
	 */
	static BuiltInBundles of(String classPath, ClassLoader loader, String application) throws IOException {
		// Sorted, so that every copy of an installation installs and starts them in the same order.
		Map<String, BuiltInBundle> bundles = new TreeMap<>();
		Set<String> symbolicNames = new HashSet<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			if (!entry.endsWith(JAR)) {
				continue;
			}
			Optional<BuiltInBundle> bundle = BuiltInBundle.of(new File(entry), loader);
			if (bundle.isEmpty() || !symbolicNames.add(bundle.get().symbolicName()) || FRAMEWORK.equals(bundle.get().symbolicName())) {
				continue;
			}
			if (bundle.get().serves(application)) {
				bundles.put(location(bundle.get().symbolicName()), bundle.get());
			} else {
				bundle.get().close();
			}
		}
		return new BuiltInBundles(bundles, symbolicNames);
	}

	/**
	 * The jars of a class path for a framework that knows already which of them it has. None of them is read; each has to be named by its bundle.
	 */
	static BuiltInBundles unread(String classPath, ClassLoader loader) {
		Map<String, BuiltInBundle> bundles = new HashMap<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			if (entry.endsWith(JAR)) {
				String name = entry.substring(entry.lastIndexOf(File.separatorChar) + 1, entry.length() - JAR.length());
				bundles.put(location(name), BuiltInBundle.unread(new File(entry), loader));
			}
		}
		return new BuiltInBundles(bundles, Set.of());
	}

	static boolean isLocation(String location) {
		return location.startsWith(LOCATION_PREFIX);
	}

	static String location(String symbolicName) {
		return LOCATION_PREFIX + symbolicName;
	}

	/** The locations to install, in the order of the symbolic names. */
	Set<String> locations() {
		return Collections.unmodifiableSet(byLocation.keySet());
	}

	/** {@return whether a bundle of the installation has this name, installed or not} */
	boolean isTaken(String symbolicName) {
		return symbolicNames.contains(symbolicName);
	}

	@Override
	public void initialize(File storage, Map<String, String> configuration) {
		// Nothing is stored.
	}

	@Override
	public Optional<ConnectModule> connect(String location) {
		return Optional.ofNullable(byLocation.get(location));
	}

	@Override
	public Optional<BundleActivator> newBundleActivator() {
		return Optional.empty();
	}
}
