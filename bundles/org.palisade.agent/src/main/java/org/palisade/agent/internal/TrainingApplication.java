package org.palisade.agent.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.agent.CallingProcess;
import org.palisade.agent.FenceAgent;
import org.palisade.agent.PowerJournal;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.SessionOpener;
import org.palisade.launcher.Application;

/**
 * Carries out, in one process and against a simulated vCenter, the requests whose classes a class data archive is to hold. Real requests and not
 * a list of classes: what they load and link changes with every change of the code. Its arguments: the port of the simulator on this machine
 * and the file of its certificate. Ends with 0 when each request had the outcome that it has to have.
 */
@Component(property = Application.NAME + "=fence-agent-training")
public final class TrainingApplication implements Application {

	/** Reads nothing and keeps nothing: what is fenced here is no event for the log of the system. */
	private static final SystemLog NO_LOG = new SystemLog("/bin/true", Duration.ofSeconds(1));

	private final BackEndRegistry backEnds;
	private final FenceAgent agent;
	private final String version;
	private final CancellationSource cancellation = new CancellationSource();

	/**
	 * @param context tells the version of this bundle
	 * @param backEnds the back ends that are installed
	 * @param agent the agent as others know it
	 */
	@Activate
	public TrainingApplication(BundleContext context, @Reference BackEndRegistry backEnds, @Reference FenceAgent agent) {
		this.backEnds = backEnds;
		this.agent = agent;
		this.version = context.getBundle().getVersion().toString();
	}

	@Override
	public int run(Invocation invocation) {
		List<String> arguments = invocation.arguments();
		if (arguments.size() != 2) {
			invocation.err().println(Messages.training_form);
			return ExitCode.FAILURE.value();
		}
		tellVersion();
		for (TrainingRequest request : TrainingRequests.against(arguments.get(0), arguments.get(1))) {
			ByteArrayOutputStream printed = new ByteArrayOutputStream();
			int exit = carryOut(request, printed);
			if (exit != request.exit()) {
				invocation.err().println(NLS.bind(Messages.training_failed, new Object[] { request, request.exit(), exit,
						printed.toString(StandardCharsets.UTF_8) }));
				return ExitCode.FAILURE.value();
			}
		}
		return ExitCode.SUCCESS.value();
	}

	/** Through the agent's own component, whose classes are needed too. Nothing is fenced or logged by this. */
	private void tellVersion() {
		PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
		PowerJournal none = new PowerJournal() {
			@Override
			public void before(String entry) throws FenceException {
				throw new FenceException(Kind.CANCELLED, entry, "");
			}

			@Override
			public void after(String entry) {
				// Nothing was let happen.
			}
		};
		agent.run(new Invocation("fence_vmware", List.of("-V"), InputStream.nullInputStream(), nowhere, nowhere),
				new CallingProcess(Optional.empty(), Path.of("/")), SessionOpener.direct(), none, cancellation);
	}

	private int carryOut(TrainingRequest request, ByteArrayOutputStream printed) {
		PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
		var in = new ByteArrayInputStream(request.input().getBytes(StandardCharsets.UTF_8));
		var invocation = new Invocation(request.command(), request.arguments(), in, stream, stream);
		var output = new AgentOutput(invocation.command(), stream, stream, cancellation);
		var environment = new AgentEnvironment(version, null, System.getProperty("user.name"), NO_LOG, Optional.empty());
		return new AgentRun(invocation, backEnds.installed(), new FenceEngine(), environment, output, cancellation).run().orElseThrow();
	}

	@Override
	public void stop() {
		cancellation.request();
	}
}
