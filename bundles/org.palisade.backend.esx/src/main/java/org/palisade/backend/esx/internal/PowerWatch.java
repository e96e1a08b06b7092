package org.palisade.backend.esx.internal;

import java.util.Calendar;
import java.util.Optional;

import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectUpdate;
import com.vmware.vim25.ObjectUpdateKind;
import com.vmware.vim25.PropertyChange;
import com.vmware.vim25.PropertyFilterUpdate;
import com.vmware.vim25.TaskInfoState;
import com.vmware.vim25.UpdateSet;
import com.vmware.vim25.VirtualMachineConnectionState;
import com.vmware.vim25.VirtualMachinePowerState;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.vsphere.Faults;
import org.palisade.vsphere.ObjectProperties;

/** Makes sense of the updates that arrive about a machine and a task, all of them from after the operation was asked for. */
final class PowerWatch {

	static final String TASK_STATE = "info.state";
	static final String TASK_ERROR = "info.error";

	private final ManagedObjectReference machine;
	private final ManagedObjectReference task;
	private final PowerOperation operation;
	private final Optional<Calendar> bootTimeBefore;
	private Calendar bootTime;
	private TaskInfoState taskState;
	private LocalizedMethodFault taskError;
	private VirtualMachinePowerState power;
	private VirtualMachineConnectionState connection;

	/** Whether it was seen in the wanted state; for a reset, that it was off after it ran: one that was off from the start was not reset. */
	private boolean seen;
	private boolean gone;

	PowerWatch(ManagedObjectReference machine, ManagedObjectReference task, PowerOperation operation, Optional<Calendar> bootTimeBefore) {
		this.machine = machine;
		this.task = task;
		this.operation = operation;
		this.bootTimeBefore = bootTimeBefore;
	}

	/** Begins with what is known of the machine from before; only updates that arrive later tell what became of it. */
	void beginWith(ObjectProperties known) {
		power = known.value(VirtualMachine.POWER_STATE, VirtualMachinePowerState.class).orElse(null);
		connection = known.value(VirtualMachine.CONNECTION_STATE, VirtualMachineConnectionState.class).orElse(null);
	}

	ManagedObjectReference task() {
		return task;
	}

	void accept(UpdateSet updates) {
		if (updates.getFilterSet() == null) {
			return;
		}
		for (PropertyFilterUpdate filter : updates.getFilterSet()) {
			if (filter.getObjectSet() != null) {
				for (ObjectUpdate object : filter.getObjectSet()) {
					accept(object);
				}
			}
		}
	}

	private void accept(ObjectUpdate object) {
		boolean ours = machine.equals(object.getObj());
		boolean ranBefore = power == VirtualMachinePowerState.poweredOn;
		gone |= ours && object.getKind() == ObjectUpdateKind.leave;
		if (object.getChangeSet() == null) {
			return;
		}
		for (PropertyChange change : object.getChangeSet()) {
			if (ours) {
				acceptMachine(change);
			} else if (task.equals(object.getObj())) {
				acceptTask(change);
			}
		}
		seen |= ours && (operation == PowerOperation.CYCLE ? ranBefore && isNow(PowerState.OFF) : isNow(operation.wanted()));
	}

	/** What vCenter believes about a machine on a host that it has lost contact with is no evidence. */
	private boolean isNow(PowerState state) {
		return connection == VirtualMachineConnectionState.connected && power != null && VirtualMachine.power(power) == state;
	}

	private void acceptMachine(PropertyChange change) {
		switch (change.getName()) {
		case VirtualMachine.BOOT_TIME -> bootTime = change.getVal() instanceof Calendar time ? time : null;
		case VirtualMachine.POWER_STATE -> power = change.getVal() instanceof VirtualMachinePowerState state ? state : null;
		case VirtualMachine.CONNECTION_STATE ->
			connection = change.getVal() instanceof VirtualMachineConnectionState state ? state : null;
		default -> {
			// not asked for
		}
		}
	}

	private void acceptTask(PropertyChange change) {
		if (TASK_STATE.equals(change.getName()) && change.getVal() instanceof TaskInfoState state) {
			taskState = state;
		}
		if (TASK_ERROR.equals(change.getName()) && change.getVal() instanceof LocalizedMethodFault error) {
			taskError = error;
		}
	}

	/** {@return the outcome, once the task has ended and there is nothing more to wait for} */
	Optional<PowerChange> outcome() {
		if (gone) {
			return Optional.of(new PowerChange.Failed(
					new FenceProblem(Kind.NOT_FOUND, NLS.bind(Messages.gone, machine.getVal()), Messages.gone_advice)));
		}
		if (taskState == TaskInfoState.success && sawWanted()) {
			return Optional.of(new PowerChange.Seen());
		}
		if (taskState != TaskInfoState.error) {
			return Optional.empty();
		}
		return Optional.of(sawWanted() || isWantedAlready() ? new PowerChange.Seen() : failed());
	}

	private PowerChange failed() {
		LocalizedMethodFault error = taskError == null ? new LocalizedMethodFault() : taskError;
		return new PowerChange.Failed(Faults.of(error, Kind.TASK));
	}

	/** Somebody else was faster: the server refused because the machine is in the wanted state. */
	private boolean isWantedAlready() {
		return taskError != null && taskError.getFault() instanceof InvalidPowerState state && isWanted(state, operation);
	}

	/** {@return whether the server refused an operation because the machine is as wanted} Never so for a reset: on is where it begins. */
	static boolean isWanted(InvalidPowerState refusal, PowerOperation operation) {
		return operation != PowerOperation.CYCLE && refusal.getExistingState() != null
				&& VirtualMachine.power(refusal.getExistingState()) == operation.wanted();
	}

	/**
	 * {@return whether there is evidence that the operation did what it was to do} A machine that is reset looks the same before and after.
	 * Its boot time need not move, as the vSphere API promises that only for a machine that was powered on from powered off, and updates may
	 * be merged into one that shows it on throughout. So the task's success counts, which by the vSphere API Reference (ResetVM_Task) means
	 * powered off hard and on again, provided that the machine is seen running on a host that vCenter is in contact with.
	 */
	boolean sawWanted() {
		boolean on = operation == PowerOperation.CYCLE && taskSucceeded() && isNow(PowerState.ON);
		return sawInterruption() || on || seen;
	}

	/**
	 * {@return whether the machine was seen without power, if it was to be without} That is also proven by a boot time that moved on after a
	 * task that succeeded: it was turned on again so soon that no update told of the moment between.
	 */
	boolean sawInterruption() {
		boolean rebooted = taskSucceeded() && bootTime != null && bootTimeBefore.filter(before -> bootTime.compareTo(before) > 0).isPresent();
		return operation != PowerOperation.ON && (seen || rebooted);
	}

	/** {@return whether the task is known to have ended, either way} */
	boolean taskEnded() {
		return taskState == TaskInfoState.success || taskState == TaskInfoState.error;
	}

	boolean taskSucceeded() {
		return taskState == TaskInfoState.success;
	}
}
