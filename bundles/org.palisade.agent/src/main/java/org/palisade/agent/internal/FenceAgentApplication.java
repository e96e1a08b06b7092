package org.palisade.agent.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.agent.CallingProcess;
import org.palisade.agent.FenceAgent;
import org.palisade.agent.PowerJournal;
import org.palisade.agent.internal.takeover.JournaledSession;
import org.palisade.agent.internal.takeover.TakenOverSession;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Pause;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.SessionOpener;
import org.palisade.launcher.Application;

/** The fence agent as a program of the launcher, for the one request of its process, and as a service for requests of other processes. */
@Component(service = { Application.class, FenceAgent.class }, property = Application.NAME + "=fence_vmware")
public final class FenceAgentApplication implements Application, FenceAgent {

	private final BackEndRegistry backEnds;
	private final String version;
	private final CancellationSource termination = new CancellationSource();

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
		String journal = System.getenv(PowerJournal.VARIABLE);
		SessionOpener sessions = journal == null || journal.isEmpty() ? SessionOpener.direct()
				: TakenOverSession.opener(SessionOpener.direct(), journal, Pause.system());
		return run(invocation, Optional.ofNullable(System.getenv("PCMK_service")), Optional.empty(), sessions, termination).orElseThrow();
	}

	@Override
	public OptionalInt run(Invocation invocation, CallingProcess caller, SessionOpener sessions, PowerJournal journal,
			CancellationSource cancellation) {
		return run(invocation, caller.fencer(), Optional.of(caller.folder()), JournaledSession.opener(sessions, journal), cancellation);
	}

	private OptionalInt run(Invocation invocation, Optional<String> fencer, Optional<Path> callersFolder, SessionOpener sessions,
			CancellationSource cancellation) {
		AgentOutput output = new AgentOutput(invocation.command(), invocation.out(), invocation.err(), cancellation);
		AgentEnvironment environment = new AgentEnvironment(version, fencer.orElse(null), System.getProperty("user.name"),
				SystemLog.ofThisMachine(), callersFolder);
		return new AgentRun(invocation, backEnds.installed(), new FenceEngine(sessions), environment, output, cancellation).run();
	}

	@Override
	public void stop() {
		termination.request();
	}
}
