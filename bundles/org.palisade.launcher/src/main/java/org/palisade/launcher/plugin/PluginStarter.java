package org.palisade.launcher.plugin;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;

/** Installs and starts third-party bundles. One that fails is reported and does not stop the others. Not for two threads at once. */
public final class PluginStarter {

	/** A fencer waits for a minute by default, and the plug-in may not be the one that is needed. */
	private static final PluginCall CALL = new PluginCall(Duration.ofSeconds(3));

	/** Installs a bundle into a framework. */
	@FunctionalInterface
	public interface Installer {
		/**
		 * {@return the installed bundle}
		 *
		 * @throws BundleException when it is no bundle, or is installed already
		 */
		Bundle install(PluginBundle plugin) throws BundleException;
	}

	private final Installer installer;
	private final Predicate<String> taken;
	private final PluginReport report;

	/**
	 * @param installer installs into the framework
	 * @param taken whether a symbolic name is that of a bundle of Palisade
	 * @param report told of each bundle that fails
	 */
	public PluginStarter(Installer installer, Predicate<String> taken, PluginReport report) {
		this.installer = installer;
		this.taken = taken;
		this.report = report;
	}

	/** {@return what could be installed, in that order} All are installed before the first one is started, because one may need another. */
	public Map<Bundle, PluginBundle> install(Collection<PluginBundle> plugins) {
		Map<Bundle, PluginBundle> installed = new LinkedHashMap<>();
		for (PluginBundle plugin : plugins) {
			if (taken.test(plugin.name())) {
				report.unused(plugin.name(), plugin.path(), Messages.plugin_taken);
				continue;
			}
			try {
				installed.put(installer.install(plugin), plugin);
			} catch (BundleException e) {
				report.unused(plugin.name(), plugin.path(), reason(e));
			}
		}
		return installed;
	}

	/**
	 * {@return whether it was started} A fragment never is.
	 *
	 * @throws PluginCall.Hangs when its activator does not return
	 */
	public boolean start(Bundle bundle, PluginBundle plugin) throws PluginCall.Hangs {
		if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
			return false;
		}
		try {
			CALL.of(plugin, () -> {
				bundle.start(Bundle.START_TRANSIENT);
				return bundle;
			});
			return true;
		} catch (ExecutionException e) {
			report.unused(plugin.name(), plugin.path(), reason(e));
			return false;
		}
	}

	/**
	 * Has the components of a started bundle constructed, which otherwise happens to whoever asks for their services first. What they throw is told
	 * later, by {@link ComponentProblems}.
	 *
	 * @throws PluginCall.Hangs when one of them does not return
	 */
	public void awaitServices(Bundle bundle, PluginBundle plugin) throws PluginCall.Hangs {
		ServiceReference<?>[] references = bundle.getRegisteredServices();
		if (references == null) {
			return;
		}
		BundleContext context = bundle.getBundleContext();
		try {
			CALL.of(plugin, () -> {
				for (ServiceReference<?> reference : references) {
					context.getService(reference);
				}
				return bundle;
			});
		} catch (ExecutionException e) {
			// The component runtime and the framework catch what a service factory throws; this would be their own defect.
			throw new IllegalStateException(e.getCause());
		}
	}

	/** The text of the innermost cause, in one line: outer ones say only that the bundle could not be started. */
	private static String reason(Throwable thrown) {
		Throwable cause = thrown;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String text = cause instanceof BundleException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
		return text.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
