package org.palisade.launcher.plugin;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Reports the declarative-services components that do not come up: the component runtime keeps that to itself. */
public final class ComponentProblems {

	private static final String SERVICE_COMPONENT = "Service-Component";

	private final PluginReport report;
	private final ComponentClasses classes;

	/**
	 * @param report told of each problem
	 * @param known sees the classes of Palisade, of which a bundle must have no copy of its own
	 */
	public ComponentProblems(PluginReport report, ClassLoader known) {
		this.report = report;
		this.classes = new ComponentClasses(known);
	}

	/** Has the components of the bundles activated, which then need not be done when they are used. */
	public void report(BundleContext context, Collection<Bundle> bundles) {
		ServiceLookup.find(context, ServiceComponentRuntime.class, null).ifPresent(runtime -> {
			for (Bundle bundle : bundles) {
				report(runtime, bundle, withoutService(context, bundle));
			}
		});
	}

	/** {@return the ids of the component configurations that do not give the service that they registered} */
	private static Set<Object> withoutService(BundleContext context, Bundle bundle) {
		Set<Object> ids = new HashSet<>();
		ServiceReference<?>[] references = bundle.getRegisteredServices();
		if (references != null) {
			for (ServiceReference<?> reference : references) {
				Object id = reference.getProperty(ComponentConstants.COMPONENT_ID);
				if (id != null && context.getService(reference) == null) {
					ids.add(id);
				}
			}
		}
		return ids;
	}

	private void report(ServiceComponentRuntime runtime, Bundle bundle, Set<Object> withoutService) {
		String declared = bundle.getHeaders("").get(SERVICE_COMPONENT);
		Collection<ComponentDescriptionDTO> descriptions = runtime.getComponentDescriptionDTOs(bundle);
		if (declared != null && descriptions.isEmpty()) {
			report.problem(NLS.bind(Messages.component_unreadable, name(bundle), declared));
		}
		for (ComponentDescriptionDTO description : descriptions) {
			Optional<String> unusable = classes.problem(bundle, description);
			if (unusable.isPresent()) {
				problem(Messages.component_unusable, description, bundle, unusable.get());
				continue;
			}
			for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
				report(description, configuration, bundle, withoutService.contains(configuration.id));
			}
		}
	}

	private void report(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration, Bundle bundle, boolean withoutService) {
		switch (configuration.state) {
		case ComponentConfigurationDTO.FAILED_ACTIVATION -> problem(Messages.component_failed, description, bundle, cause(configuration.failure));
		case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> problem(Messages.component_noConfiguration, description, bundle,
				String.join(", ", description.configurationPid));
		case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
			for (var reference : configuration.unsatisfiedReferences) {
				problem(Messages.component_noReference, description, bundle, reference.name);
			}
		}
		default -> {
			if (withoutService) {
				problem(Messages.component_failed, description, bundle, Messages.component_noService);
			}
		}
		}
	}

	private void problem(String text, ComponentDescriptionDTO description, Bundle bundle, String detail) {
		report.problem(NLS.bind(text, new Object[] { description.name, name(bundle), detail }));
	}

	/** The symbolic name and, of a third-party bundle, the file. */
	private static String name(Bundle bundle) {
		return PluginBundle.pathOf(bundle.getLocation()).map(path -> bundle.getSymbolicName() + " (" + path + ")").orElse(bundle.getSymbolicName());
	}

	/** The last cause in a stack trace: the line that says what went wrong. */
	private static String cause(String stackTrace) {
		String cause = "";
		for (String line : stackTrace.split("\\R")) {
			if (cause.isEmpty() || line.startsWith("Caused by: ")) {
				cause = line;
			}
		}
		return cause.replaceFirst("^Caused by: ", "");
	}
}
