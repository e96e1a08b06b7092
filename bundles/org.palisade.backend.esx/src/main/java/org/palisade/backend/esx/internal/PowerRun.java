package org.palisade.backend.esx.internal;

import java.time.Duration;
import java.util.Calendar;
import java.util.Optional;

import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.VSphereSession;

/**
 * One power operation, from its request to its known outcome.
 * <p>
 * The machine is watched after the operation was asked for. What the watch is told first is then a state from after the request, and what happened in
 * between shows in the boot time, which was read before.
 */
final class PowerRun {

	/** The server is asked anew after this time, so that one that vanished is noticed. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private final VSphereSession session;
	private final StateUpdates updates;
	private final Diagnostics diagnostics;
	private final ManagedObjectReference machine;
	private final Optional<Calendar> bootTimeBefore;
	private final PowerOperation operation;
	private final Deadline deadline;

	/**
	 * @param updates of the session
	 * @param bootTimeBefore when the machine was booted, as read before the operation is asked for
	 */
	PowerRun(VSphereSession session, StateUpdates updates, Diagnostics diagnostics, ManagedObjectReference machine,
			Optional<Calendar> bootTimeBefore, PowerOperation operation, Deadline deadline) {
		this.session = session;
		this.updates = updates;
		this.diagnostics = diagnostics;
		this.machine = machine;
		this.bootTimeBefore = bootTimeBefore;
		this.operation = operation;
		this.deadline = deadline;
	}

	/**
	 * {@return how the operation ended}
	 *
	 * @throws FenceException when that is not known
	 */
	PowerChange run() throws FenceException {
		ManagedObjectReference task;
		try {
			task = start();
		} catch (MethodFault refusal) {
			return refused(refusal);
		}
		if (task == null) {
			throw new FenceException(Kind.PROTOCOL, NLS.bind(Messages.no_task, operation), Messages.timeout_task_advice);
		}
		return outcome(new PowerWatch(machine, task, operation, bootTimeBefore));
	}

	private ManagedObjectReference start() throws FenceException, MethodFault {
		return session.attempt(deadline, stub -> switch (operation) {
		case ON -> stub.powerOnVM_Task(machine, null);
		case OFF -> stub.powerOffVM_Task(machine);
		case CYCLE -> stub.resetVM_Task(machine);
		});
	}

	private PowerChange refused(MethodFault refusal) {
		boolean already = refusal instanceof InvalidPowerState state && PowerWatch.isWanted(state, operation);
		return already ? new PowerChange.Seen() : new PowerChange.Failed(Faults.ofOperation(refusal));
	}

	private PowerChange outcome(PowerWatch watch) throws FenceException {
		try {
			updates.watch(machine, watch.task(), deadline);
			while (watch.outcome().isEmpty()) {
				updates.next(waitTime(), deadline).ifPresent(watch::accept);
			}
			tellEvidence(watch);
			return watch.outcome().get();
		} catch (FenceException failure) {
			if (failure.problem().kind() != Kind.TIMEOUT) {
				throw failure;
			}
			if (watch.sawWanted()) {
				return new PowerChange.Seen();
			}
			String text = watch.taskSucceeded() ? Messages.timeout_state : Messages.timeout_task;
			throw new FenceException(new FenceProblem(Kind.TIMEOUT, NLS.bind(text, operation), Messages.timeout_task_advice), failure);
		}
	}

	/** The weakest evidence there is, so whoever asks for details is to know that it was no stronger. */
	private void tellEvidence(PowerWatch watch) {
		if (operation == PowerOperation.CYCLE && watch.taskSucceeded() && !watch.sawInterruption()) {
			diagnostics.detail(Messages.reset_by_task);
		}
	}

	private Duration waitTime() {
		Duration remaining = deadline.remaining();
		return remaining.compareTo(LONGEST_WAIT) < 0 ? remaining : LONGEST_WAIT;
	}
}
