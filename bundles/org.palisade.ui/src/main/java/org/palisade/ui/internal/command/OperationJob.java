package org.palisade.ui.internal.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.api.time.CancellationSource;
import org.palisade.connections.ConnectionException;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.option.FenceAction;
import org.palisade.operations.Operation;
import org.palisade.operations.OperationResult;
import org.palisade.operations.OperationRunner;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.connection.Passwords;
import org.palisade.ui.internal.inventory.ConnectionInventory;
import org.palisade.ui.internal.inventory.MachineTarget;
import org.palisade.ui.internal.preference.FencingPreferences;

/**
 * Carries out one operation on one machine, by the engine of the agent. Can be cancelled; shows its phases and the time that is left; what came of
 * it is told in a notification and added to the history.
 */
public final class OperationJob extends Job {

	/** Two operations on one machine would only get into each other's way. */
	private record MachineRule(String connection, String machine) implements ISchedulingRule {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return equals(rule);
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return equals(rule);
		}
	}

	private final MachineTarget target;
	private final FenceAction action;
	private final CancellationSource cancellation = new CancellationSource();

	/**
	 * @param target which machine
	 * @param action what to do
	 */
	public OperationJob(MachineTarget target, FenceAction action) {
		super(OperationTexts.jobName(action, target.machine().name()));
		this.target = target;
		this.action = action;
		setUser(false);
		setRule(new MachineRule(target.connection().id(), target.machine().id()));
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == OperationJob.class;
	}

	@Override
	protected void canceling() {
		cancellation.request();
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
		try (OperationProgress progress = new OperationProgress(monitor, target.connection().name())) {
			Operation operation = new Operation(target.connection(), Passwords.credentials(target.connection()), action, Optional.of(target.plug()),
					FencingPreferences.engineOptions(target.connection().backEndType()));
			return tell(PalisadeUi.instance().service(OperationRunner.class).run(operation, cancellation, progress));
		} catch (ConnectionException e) {
			return PalisadeUi.error(e.getMessage(), e);
		} catch (CancellationException noPassword) {
			return Status.CANCEL_STATUS;
		}
	}

	private IStatus tell(OperationResult result) {
		remember(result);
		if (action == FenceAction.ON || action == FenceAction.OFF || action == FenceAction.REBOOT) {
			PalisadeUi.instance().inventories().find(target.connection()).ifPresent(ConnectionInventory::refresh);
		}
		if (result.outcome() instanceof FenceOutcome.Failed failure) {
			return failure.problem().kind() == FenceProblem.Kind.CANCELLED ? Status.CANCEL_STATUS : status(failure.problem());
		}
		FenceOutcome.Succeeded success = (FenceOutcome.Succeeded) result.outcome();
		Notification.show(OperationTexts.achieved(success.achievement(), target.machine().name()), target.path(), result.warnings());
		return Status.OK_STATUS;
	}

	private static void remember(OperationResult result) {
		try {
			PalisadeUi.instance().history().add(result.entry());
		} catch (IOException e) {
			ILog.get().error(Messages.history_not_written, e);
		}
	}

	/** The workbench shows it in a dialog, with what to do about it below. */
	private IStatus status(FenceProblem problem) {
		String message = NLS.bind(Messages.failed, getName(), problem.message());
		if (problem.advice().isEmpty()) {
			return PalisadeUi.error(message, null);
		}
		return new MultiStatus(PalisadeUi.ID, 0, new IStatus[] { PalisadeUi.error(problem.advice(), null) }, message, null);
	}
}
