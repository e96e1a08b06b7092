package org.palisade.rcp.internal.help;

import java.net.URI;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Follows the links in help: to other pages, to the outside, and to commands. Only for the UI thread. */
final class HelpLinks {

	/** What a link to a command begins with. */
	static final String COMMAND = "command:";

	private HelpLinks() {
	}

	/**
	 * Follows a link.
	 *
	 * @param from the page that it is on
	 */
	static void follow(String from, String link) {
		try {
			if (link.startsWith(COMMAND)) {
				run(link.substring(COMMAND.length()));
			} else if (link.contains("://")) {
				Program.launch(link);
			} else {
				HelpView.show(URI.create(from).resolve(link).toString());
			}
		} catch (CommandException | PartInitException e) {
			StatusManager.getManager().handle(Status.error(NLS.bind(Messages.link_failed, link), e), StatusManager.SHOW | StatusManager.LOG);
		}
	}

	private static void run(String serialization) throws CommandException {
		ParameterizedCommand command = PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization);
		PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
	}
}
