package org.palisade.launcher.internal;

import java.util.Collection;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Reports the declarative-services components that do not come up: the component runtime keeps that to itself. */
final class ComponentProblems {

	private static final String SERVICE_COMPONENT = "Service-Component";

	private final Report report;

	ComponentProblems(Report report) {
		this.report = report;
	}

	void report(BundleContext context, Collection<Bundle> bundles) {
		ServiceLookup.find(context, ServiceComponentRuntime.class, null).ifPresent(runtime -> {
			for (Bundle bundle : bundles) {
				report(runtime, bundle);
			}
		});
	}

	private void report(ServiceComponentRuntime runtime, Bundle bundle) {
		String declared = bundle.getHeaders("").get(SERVICE_COMPONENT);
		Collection<ComponentDescriptionDTO> descriptions = runtime.getComponentDescriptionDTOs(bundle);
		if (declared != null && descriptions.isEmpty()) {
			report.problem(NLS.bind(Messages.component_unreadable, bundle.getSymbolicName(), declared));
		}
		for (ComponentDescriptionDTO description : descriptions) {
			for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
				report(description, configuration, bundle);
			}
		}
	}

	private void report(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration, Bundle bundle) {
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
			// Satisfied or active.
		}
		}
	}

	private void problem(String text, ComponentDescriptionDTO description, Bundle bundle, String detail) {
		report.problem(NLS.bind(text, new Object[] { description.name, bundle.getSymbolicName(), detail }));
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
