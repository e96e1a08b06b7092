package org.palisade.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.ui.internal.connection.NewConnectionWizard;

/** Opens the wizard for a connection. */
public final class NewConnectionHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		new WizardDialog(HandlerUtil.getActiveShell(event), new NewConnectionWizard()).open();
		return null;
	}
}
