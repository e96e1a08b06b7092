package org.palisade.agent.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.palisade.launcher.Application;

/** Looks things up in the framework that runs the tests. */
final class Services {

	/** How long a service may take to come up on a busy machine; it is there at once otherwise. */
	private static final long PATIENCE_MILLISECONDS = 30_000;

	private Services() {
	}

	static BundleContext context() {
		return FrameworkUtil.getBundle(Services.class).getBundleContext();
	}

	static Bundle bundle(String symbolicName) {
		for (Bundle bundle : context().getBundles()) {
			if (symbolicName.equals(bundle.getSymbolicName())) {
				return bundle;
			}
		}
		throw new AssertionError("no bundle " + symbolicName);
	}

	static <T> T service(Class<T> type) throws InterruptedException {
		return await(new ServiceTracker<>(context(), type, null), type.getName());
	}

	static Application application(String name) throws InterruptedException, InvalidSyntaxException {
		String filter = "(&(objectClass=" + Application.class.getName() + ")(" + Application.NAME + "=" + name + "))";
		return await(new ServiceTracker<Application, Application>(context(), context().createFilter(filter), null), filter);
	}

	private static <T> T await(ServiceTracker<T, T> tracker, String what) throws InterruptedException {
		// It stays open: a service that is given back may be deactivated, and the framework ends with the tests.
		tracker.open();
		T service = tracker.waitForService(PATIENCE_MILLISECONDS);
		assertNotNull(service, () -> "no service " + what);
		return service;
	}
}
