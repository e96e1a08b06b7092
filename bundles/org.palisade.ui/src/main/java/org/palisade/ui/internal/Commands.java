package org.palisade.ui.internal;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** The ids of the commands, and how to run one from a link. */
public final class Commands {

	/** The context in which the key bindings hold. */
	public static final String CONTEXT = "org.palisade.ui.context";

	private static final String PREFIX = "org.palisade.ui.command.";

	/** Asks for a connection and adds it. */
	public static final String NEW_CONNECTION = PREFIX + "newConnection";
	/** Starts a simulated server and adds it. */
	public static final String NEW_SIMULATED = PREFIX + "newSimulated";
	/** Connects the selected connections. */
	public static final String CONNECT = PREFIX + "connect";
	/** Disconnects them. */
	public static final String DISCONNECT = PREFIX + "disconnect";
	/** Reads again what servers do not tell by themselves. */
	public static final String REFRESH = PREFIX + "refresh";
	/** Removes them. */
	public static final String REMOVE = PREFIX + "removeConnection";
	/** Does what a double click does: connects a connection, asks for the status of a machine. */
	public static final String OPEN = PREFIX + "open";
	/** Powers machines on. */
	public static final String ON = PREFIX + "on";
	/** Powers machines off. */
	public static final String OFF = PREFIX + "off";
	/** Powers machines off and on. */
	public static final String REBOOT = PREFIX + "reboot";
	/** Reads the power state. */
	public static final String STATUS = PREFIX + "status";
	/** Tells whether fencing would work. */
	public static final String TEST = PREFIX + "test";
	/** Copies the command line of the agent. */
	public static final String COPY_COMMAND_LINE = PREFIX + "copyCommandLine";
	/** Copies inventory paths. */
	public static final String COPY_PATH = PREFIX + "copyPath";

	private Commands() {
	}

	/** Runs a command on what is selected. One that is not enabled now does nothing. */
	public static void run(String command) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (NotEnabledException e) {
			PlatformUI.getWorkbench().getDisplay().beep();
		} catch (ExecutionException | NotDefinedException | NotHandledException e) {
			StatusManager.getManager().handle(PalisadeUi.error(NLS.bind(Messages.command_failed, command), e), StatusManager.LOG | StatusManager.SHOW);
		}
	}
}
