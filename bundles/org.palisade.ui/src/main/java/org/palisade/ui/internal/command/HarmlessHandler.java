package org.palisade.ui.internal.command;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.inventory.MachineTarget;

/** A command that interrupts nothing, and so does not ask. */
abstract class HarmlessHandler extends MachineHandler {

	HarmlessHandler(FenceAction action, String command, String title) {
		super(action, command, title);
	}

	@Override
	void run(ExecutionEvent event, List<MachineTarget> targets) {
		targets.forEach(target -> new OperationJob(target, action()).schedule());
	}
}
