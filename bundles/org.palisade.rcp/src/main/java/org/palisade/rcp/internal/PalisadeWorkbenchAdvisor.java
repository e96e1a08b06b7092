package org.palisade.rcp.internal;

import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Keeps the layout, and opens the perspective of the product. */
final class PalisadeWorkbenchAdvisor extends WorkbenchAdvisor {

	private static final String PERSPECTIVE = "org.palisade.ui.perspective";

	private static final String RESOURCES = "org.eclipse.core.resources";

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return PERSPECTIVE;
	}

	/**
	 * The text editor of the platform starts the resources of the workspace in the UI thread when something is selected for the first time, which takes
	 * a tenth of a second; here nobody waits for it.
	 */
	@Override
	public void postStartup() {
		IJobFunction start = monitor -> startResources();
		Job job = Job.create(Messages.starting, start);
		job.setSystem(true);
		job.schedule();
	}

	private static IStatus startResources() {
		try {
			Optional<Bundle> resources = Optional.ofNullable(Platform.getBundle(RESOURCES));
			if (resources.isPresent()) {
				resources.get().start(Bundle.START_TRANSIENT);
			}
			return Status.OK_STATUS;
		} catch (BundleException e) {
			return Status.error(NLS.bind(Messages.not_started, RESOURCES), e);
		}
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new PalisadeWindowAdvisor(configurer);
	}
}
