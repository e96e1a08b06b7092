package org.palisade.agent.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.api.FenceProblem;
import org.palisade.api.time.CancellationSource;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.backend.InstalledBackEnds;
import org.palisade.core.document.BashCompletion;
import org.palisade.core.document.ManualPage;
import org.palisade.core.option.OptionCatalog;
import org.palisade.launcher.Application;

/**
 * Prints the agent's manual page or completion, which the build of an installation keeps in files. A program of its own and not an action of
 * the agent, because the actions are a contract with the cluster. Its arguments: {@code man} or {@code completion}, and a command's name.
 */
@Component(property = Application.NAME + "=fence-agent-documents")
public final class DocumentsApplication implements Application {

	private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

	private final BackEndRegistry backEnds;
	private final String version;
	private final CancellationSource cancellation = new CancellationSource();

	/**
	 * @param context tells the version of this bundle
	 * @param backEnds the back ends that are installed
	 */
	@Activate
	public DocumentsApplication(BundleContext context, @Reference BackEndRegistry backEnds) {
		this.backEnds = backEnds;
		this.version = context.getBundle().getVersion().toString();
	}

	@Override
	public int run(Invocation invocation) {
		return print(invocation, backEnds.installed(), version, cancellation).value();
	}

	@Override
	public void stop() {
		cancellation.request();
	}

	/** An incomplete installation is an error here: a document with options missing would stay wrong for as long as it is installed. */
	static ExitCode print(Invocation invocation, InstalledBackEnds backEnds, String version, CancellationSource cancellation) {
		AgentOutput output = new AgentOutput(invocation.command(), invocation.out(), invocation.err(), cancellation);
		List<String> arguments = invocation.arguments();
		if (arguments.size() != 2 || !COMMAND.matcher(arguments.get(1)).matches()) {
			return refuse(output);
		}
		String command = arguments.get(1);
		OptionCatalog catalog = OptionCatalog.of(backEnds.all(), AgentName.of(command).defaults());
		backEnds.problems().forEach(output::warning);
		catalog.problems().forEach(output::warning);
		if (!backEnds.problems().isEmpty() || !catalog.problems().isEmpty()) {
			return ExitCode.FAILURE;
		}
		List<String> types = List.copyOf(new TreeSet<>(backEnds.byType().keySet()));
		return switch (arguments.get(0)) {
			case "man" -> write(invocation, ManualPage.of(AgentMetadata.agent(command), version, catalog, types));
			case "completion" -> write(invocation, BashCompletion.of(command, catalog, types));
			default -> refuse(output);
		};
	}

	private static ExitCode write(Invocation invocation, String document) {
		byte[] bytes = document.getBytes(StandardCharsets.US_ASCII);
		invocation.out().write(bytes, 0, bytes.length);
		return invocation.out().checkError() ? ExitCode.FAILURE : ExitCode.SUCCESS;
	}

	private static ExitCode refuse(AgentOutput output) {
		output.problem(new FenceProblem(FenceProblem.Kind.OPTION, Messages.document_unknown, Messages.document_form));
		return ExitCode.FAILURE;
	}
}
