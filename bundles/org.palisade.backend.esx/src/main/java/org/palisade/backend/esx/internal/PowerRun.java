package org.palisade.backend.esx.internal;

import java.time.Duration;
import java.util.Calendar;
import java.util.Optional;

import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.UpdateSet;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.VSphereSession;

/**
 * One power operation, from its request to its known outcome.
 * <p>
 * A machine that is watched already tells by itself that it has got into the wanted state, and with it everything that a read-back has to know. The task
 * is looked at only when that does not come soon. A machine that is not is watched together with the task after the operation was asked for. What the watch
 * is told first is then a state from after the request, and what happened in between shows in the boot time, which was read before.
 */
final class PowerRun {

	/** The server is asked anew after this time, so that one that vanished is noticed. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	/** A task that fails changes nothing about the machine, so it has to be looked at when the machine has not changed by then. */
	private static final Duration SOON = Duration.ofSeconds(2);

	private final VSphereSession session;
	private final StateUpdates updates;
	private final Diagnostics diagnostics;
	private final ManagedObjectReference machine;
	private final Optional<MachineWatch> watched;
	private final Optional<Calendar> bootTimeBefore;
	private final PowerOperation operation;
	private final Deadline deadline;
	private Optional<PowerWatch> unfinished = Optional.empty();

	/**
	 * @param updates of the session
	 * @param watched the watch on the machine, if there is one
	 * @param bootTimeBefore when the machine was booted, as read before the operation is asked for
	 */
	PowerRun(VSphereSession session, StateUpdates updates, Diagnostics diagnostics, ManagedObjectReference machine, Optional<MachineWatch> watched,
			Optional<Calendar> bootTimeBefore, PowerOperation operation, Deadline deadline) {
		this.session = session;
		this.updates = updates;
		this.diagnostics = diagnostics;
		this.machine = machine;
		this.watched = watched;
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

	/** {@return what watches the task of this operation, when that was not seen to end: the server may refuse another operation before it has} */
	Optional<PowerWatch> unfinished() {
		return unfinished;
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
		unfinished = Optional.of(watch);
		try {
			PowerChange change = watched.isPresent() ? seen(watched.get(), watch) : ended(watch);
			unfinished = unfinished.filter(unended -> !unended.taskEnded());
			return change;
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

	private PowerChange ended(PowerWatch watch) throws FenceException {
		updates.watch(machine, watch.task(), deadline);
		while (watch.outcome().isEmpty()) {
			updates.next(limited(LONGEST_WAIT), deadline).ifPresent(watch::accept);
		}
		tellEvidence(watch);
		return watch.outcome().get();
	}

	private PowerChange seen(MachineWatch known, PowerWatch watch) throws FenceException {
		known.machine().ifPresent(watch::beginWith);
		Deadline soon = deadline.within(SOON);
		boolean withTask = false;
		while (watch.outcome().isEmpty()) {
			if (!withTask && soon.expired()) {
				updates.watchToo(watch.task(), deadline);
				withTask = true;
			}
			Optional<UpdateSet> told = updates.next(limited(withTask ? LONGEST_WAIT : soon.remaining()), deadline);
			if (told.isPresent()) {
				watch.accept(told.get());
				known.accept(told.get());
				Optional<PlugState> state = wanted(known, told.get());
				if (state.isPresent()) {
					return new PowerChange.Seen(state);
				}
			}
		}
		return watch.outcome().get();
	}

	/** {@return what an answer from after the request says the machine is, if that is what was wanted} */
	private Optional<PlugState> wanted(MachineWatch known, UpdateSet answer) throws FenceException {
		if (Boolean.TRUE.equals(answer.getTruncated()) || known.machine().isEmpty()) {
			return Optional.empty();
		}
		PlugState state = known.reading(Place.ANY, deadline).state();
		return operation == PowerOperation.OFF && state.isOff() || operation == PowerOperation.ON && state.isOn() ? Optional.of(state) : Optional.empty();
	}

	/** The weakest evidence there is, so whoever asks for details is to know that it was no stronger. */
	private void tellEvidence(PowerWatch watch) {
		if (operation == PowerOperation.CYCLE && watch.taskSucceeded() && !watch.sawInterruption()) {
			diagnostics.detail(Messages.reset_by_task);
		}
	}

	private Duration limited(Duration wait) {
		Duration remaining = deadline.remaining();
		return remaining.compareTo(wait) < 0 ? remaining : wait;
	}
}
