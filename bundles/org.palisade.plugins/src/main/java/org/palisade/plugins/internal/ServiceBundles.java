package org.palisade.plugins.internal;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.util.tracker.BundleTracker;
import org.palisade.launcher.plugin.PluginReport;

/**
 * Starts the bundles whose components serve fencing. An Eclipse starts nothing that it is not told to, but whoever installs a back end wants it to
 * appear, whether or not its author has thought of that.
 */
public final class ServiceBundles extends BundleTracker<Bundle> {

	private static final String COMPONENTS = "Service-Component";
	private static final String OUR_PACKAGES = "org.palisade.";

	private final Predicate<Bundle> others;
	private final PluginReport report;

	/**
	 * @param others bundles that somebody else starts
	 * @param report told of each bundle that does not start
	 */
	public ServiceBundles(BundleContext context, Predicate<Bundle> others, PluginReport report) {
		super(context, Bundle.INSTALLED | Bundle.RESOLVED, null);
		this.others = others;
		this.report = report;
	}

	@Override
	public Bundle addingBundle(Bundle bundle, BundleEvent event) {
		// Whoever stops a bundle wants it to be stopped, and a workbench that ends stops all of them.
		boolean stopped = event != null && event.getType() == BundleEvent.STOPPED;
		if (!stopped && bundle.getHeaders().get(COMPONENTS) != null && usesOurPackages(bundle) && !others.test(bundle)) {
			start(bundle);
		}
		return null;
	}

	/** By what its manifest says: a bundle that nobody is wired to is not resolved before it is started. */
	private static boolean usesOurPackages(Bundle bundle) {
		return Stream.of(Constants.IMPORT_PACKAGE, Constants.REQUIRE_BUNDLE).map(bundle.getHeaders()::get).filter(Objects::nonNull)
				.anyMatch(header -> header.contains(OUR_PACKAGES));
	}

	private void start(Bundle bundle) {
		try {
			bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
		} catch (BundleException e) {
			report.problem(NLS.bind(Messages.bundle_not_started, bundle.getSymbolicName(), e.getMessage()));
		}
	}
}
