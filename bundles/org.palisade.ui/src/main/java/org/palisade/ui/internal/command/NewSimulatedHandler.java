package org.palisade.ui.internal.command;

import java.io.IOException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.palisade.connections.Connection;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.internal.PalisadeUi;

/** Starts a simulated vCenter in this workbench and connects to it. */
public final class NewSimulatedHandler extends AbstractHandler {

	private static final int MACHINES = 1000;

	@Override
	public Object execute(ExecutionEvent event) {
		IJobFunction work = monitor -> start();
		Job.create(Messages.starting_simulated, work).schedule();
		return null;
	}

	private static IStatus start() {
		try {
			Connection connection = PalisadeUi.instance().simulated().add(SimulatorOptions.builder().virtualMachines(MACHINES).build());
			PalisadeUi.instance().inventories().connect(connection);
			return Status.OK_STATUS;
		} catch (IOException e) {
			return PalisadeUi.error(Messages.simulated_failed, e);
		}
	}
}
