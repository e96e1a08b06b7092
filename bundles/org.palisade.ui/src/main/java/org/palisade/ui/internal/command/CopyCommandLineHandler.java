package org.palisade.ui.internal.command;

import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies command lines of the agent that ask for the status of the machines, a line each. No password is in them. */
public final class CopyCommandLineHandler extends AbstractHandler {

	@Override
	public void setEnabled(Object evaluationContext) {
		setBaseEnabled(!Selected.machines(evaluationContext).isEmpty());
	}

	@Override
	public Object execute(ExecutionEvent event) {
		String lines = Selected.targets(event.getApplicationContext()).stream().map(target -> AgentCommandLine.of(target.connection(), target.path()))
				.collect(Collectors.joining("\n"));
		ClipboardText.set(HandlerUtil.getActiveShell(event).getDisplay(), lines);
		return null;
	}
}
