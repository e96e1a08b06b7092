package org.palisade.agent.internal;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.engine.FenceEngine;
import org.palisade.launcher.Application;

/** The fence agent as a program of the launcher. */
@Component(property = Application.NAME + "=fence_vmware")
public final class FenceAgentApplication implements Application {

	private final BackEndRegistry backEnds;
	private final String version;
	private final CancellationSource cancellation = new CancellationSource();

	/**
	 * @param context tells the version of this bundle
	 * @param backEnds the back ends that are installed
	 */
	@Activate
	public FenceAgentApplication(BundleContext context, @Reference BackEndRegistry backEnds) {
		this.backEnds = backEnds;
		this.version = context.getBundle().getVersion().toString();
	}

	@Override
	public int run(Invocation invocation) {
		AgentOutput output = new AgentOutput(invocation.command(), invocation.out(), invocation.err(), cancellation);
		AgentEnvironment environment = new AgentEnvironment(version, System.getenv("PCMK_service"), System.getProperty("user.name"),
				SystemLog.ofThisMachine());
		return new AgentRun(invocation, backEnds.installed(), new FenceEngine(), environment, output, cancellation).run();
	}

	@Override
	public void stop() {
		cancellation.request();
	}
}
