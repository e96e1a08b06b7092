package org.palisade.ui.internal.command;

import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.ui.internal.inventory.MachineTarget;

/** Copies the inventory paths of machines, a line each, in the form in which they can be given as a plug. */
public final class CopyPathHandler extends AbstractHandler {

	@Override
	public void setEnabled(Object evaluationContext) {
		setBaseEnabled(!Selected.machines(evaluationContext).isEmpty());
	}

	@Override
	public Object execute(ExecutionEvent event) {
		String paths = Selected.targets(event.getApplicationContext()).stream().map(MachineTarget::path).collect(Collectors.joining("\n"));
		ClipboardText.set(HandlerUtil.getActiveShell(event).getDisplay(), paths);
		return null;
	}
}
