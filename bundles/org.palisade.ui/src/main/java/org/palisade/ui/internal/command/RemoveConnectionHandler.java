package org.palisade.ui.internal.command;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.ui.internal.PalisadeUi;

/** Removes connections and their passwords, after asking. */
public final class RemoveConnectionHandler extends ConnectionHandler {

	@Override
	boolean makesSense(Connection connection) {
		return true;
	}

	@Override
	void run(ExecutionEvent event, List<Connection> connections) {
		String names = connections.stream().map(Connection::name).collect(Collectors.joining(", "));
		MessageDialog dialog = new MessageDialog(HandlerUtil.getActiveShell(event), Messages.remove_title, null,
				NLS.bind(Messages.remove_question, names), MessageDialog.QUESTION, 1, Messages.remove, IDialogConstants.CANCEL_LABEL);
		if (dialog.open() == 0) {
			IJobFunction work = monitor -> remove(connections);
			Job.create(Messages.remove_title, work).schedule();
		}
	}

	private static IStatus remove(List<Connection> connections) {
		for (Connection connection : connections) {
			try {
				PalisadeUi.instance().service(ConnectionStore.class).remove(connection);
			} catch (ConnectionException e) {
				return PalisadeUi.error(e.getMessage(), e);
			}
		}
		return Status.OK_STATUS;
	}
}
