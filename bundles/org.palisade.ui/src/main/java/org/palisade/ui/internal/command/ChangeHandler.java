package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.inventory.MachineTarget;

/** A command that interrupts what a machine does, and asks before. */
abstract class ChangeHandler extends MachineHandler {

	ChangeHandler(FenceAction action, String command, String title) {
		super(action, command, title);
	}

	@Override
	void run(ExecutionEvent event, List<MachineTarget> targets) {
		if (ConfirmDialog.confirm(HandlerUtil.getActiveShell(event), action(), targets)) {
			targets.forEach(target -> new OperationJob(target, action()).schedule());
		}
	}
}
