package org.palisade.config.internal;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.option.OptionCatalog;
import org.palisade.launcher.Application;

/** The program {@code palisade-config}: checks, mends, converts and migrates cluster configurations. It contacts nobody. */
@Component(property = Application.NAME + "=palisade-config")
public final class ConfigApplication implements Application {

	private static final int SUCCESS = 0;
	private static final int FAILURE = 1;

	private final BackEndRegistry backEnds;

	/** @param backEnds the back ends that are installed, whose options are the known ones */
	@Activate
	public ConfigApplication(@Reference BackEndRegistry backEnds) {
		this.backEnds = backEnds;
	}

	@Override
	public int run(Invocation invocation) {
		Terminal terminal = new Terminal(invocation);
		try {
			CommandLine line = CommandLine.parse(invocation.arguments());
			boolean success = switch (line.command()) {
				case HELP -> terminal.out(Messages.help);
				case CHECK -> new CheckCommand(terminal, line, catalog()).run();
				case CONVERT -> new ConvertCommand(terminal, line).run();
				case FIX -> new FixCommand(terminal, line, catalog()).run();
				case MIGRATE -> new MigrateCommand(terminal, line).run();
			};
			return success && !invocation.out().checkError() ? SUCCESS : FAILURE;
		} catch (UsageException e) {
			terminal.err(NLS.bind(Messages.usage_problem, e.getMessage()));
			return FAILURE;
		}
	}

	private Optional<OptionCatalog> catalog() {
		return Optional.of(OptionCatalog.of(backEnds.installed().all()));
	}

	/** Every run is short, and a file is replaced in one step at its end, so there is nothing to interrupt. */
	@Override
	public void stop() {
		// The launcher ends the process.
	}
}
