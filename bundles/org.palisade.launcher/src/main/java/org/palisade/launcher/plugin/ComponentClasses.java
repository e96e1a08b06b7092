package org.palisade.launcher.plugin;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Loads the classes of components ahead of time: the component runtime does it when a service is first wanted, and keeps a failure to itself. */
final class ComponentClasses {

	private final ClassLoader known;

	/** @param known sees the classes of Palisade */
	ComponentClasses(ClassLoader known) {
		this.known = known;
	}

	/** {@return why nobody can use the component, as far as its classes tell} */
	Optional<String> problem(Bundle bundle, ComponentDescriptionDTO description) {
		try {
			bundle.loadClass(description.implementationClass);
			for (String service : description.serviceInterfaces) {
				if (isOwnCopy(bundle.loadClass(service))) {
					return Optional.of(NLS.bind(Messages.class_ownCopy, service));
				}
			}
			return Optional.empty();
		} catch (ClassNotFoundException e) {
			return Optional.of(NLS.bind(Messages.class_missing, e.getMessage()));
		} catch (UnsupportedClassVersionError e) {
			return Optional.of(NLS.bind(Messages.class_newer, e.getMessage(), Runtime.version().feature()));
		} catch (NoClassDefFoundError e) {
			return Optional.of(NLS.bind(Messages.class_unreachable, String.valueOf(e.getMessage()).replace('/', '.')));
		} catch (LinkageError e) {
			return Optional.of(e.toString());
		}
	}

	/** Whether the class is another one than Palisade's of the same name. */
	private boolean isOwnCopy(Class<?> seen) {
		try {
			return seen != Class.forName(seen.getName(), false, known);
		} catch (ClassNotFoundException e) {
			// Palisade knows no such class, so there is nothing to be a copy of.
			return false;
		}
	}
}
