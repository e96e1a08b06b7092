package org.palisade.launcher.plugin;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Finds services from outside the framework. */
public final class ServiceLookup {

	private ServiceLookup() {
	}

	/**
	 * {@return the service of a type that is preferred} Asks for all references: the system bundle is wired to nobody, so to it a service of a connect
	 * module looks like one of a foreign class, and the usual look-up leaves it out.
	 *
	 * @param filter an LDAP filter, or null for none
	 */
	public static <T> Optional<T> find(BundleContext context, Class<T> type, String filter) {
		try {
			ServiceReference<?>[] references = context.getAllServiceReferences(type.getName(), filter);
			return references == null ? Optional.empty()
					: Optional.ofNullable(type.cast(context.getService(Collections.max(Arrays.asList(references)))));
		} catch (InvalidSyntaxException e) {
			throw new IllegalArgumentException(e);
		}
	}
}
