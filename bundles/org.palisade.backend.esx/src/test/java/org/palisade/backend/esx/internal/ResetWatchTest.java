package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Calendar;
import java.util.GregorianCalendar;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;

/** What counts as evidence of a reset, which ends in the state in which it began. */
class ResetWatchTest {

	private final ManagedObjectReference machine = References.virtualMachine("vm-1");
	private final ManagedObjectReference task = References.of("Task", "task-1");
	private final PowerWatch watch = new PowerWatch(machine, task, PowerOperation.CYCLE, Optional.of(time(100)));

	private static PropertyChange change(String name, Object value) {
		PropertyChange change = new PropertyChange();
		change.setName(name);
		change.setVal(value);
		return change;
	}

	private static PropertyChange booted(long seconds) {
		return change("runtime.bootTime", time(seconds));
	}

	private static Calendar time(long seconds) {
		Calendar time = new GregorianCalendar();
		time.setTimeInMillis(seconds * 1000);
		return time;
	}

	private void update(ManagedObjectReference object, PropertyChange... changes) {
		watch.accept(set(object, changes));
	}

	private static UpdateSet set(ManagedObjectReference object, PropertyChange... changes) {
		ObjectUpdate update = new ObjectUpdate();
		update.setObj(object);
		update.setKind(ObjectUpdateKind.modify);
		update.setChangeSet(changes);
		PropertyFilterUpdate filter = new PropertyFilterUpdate();
		filter.setObjectSet(new ObjectUpdate[] { update });
		UpdateSet set = new UpdateSet();
		set.setFilterSet(new PropertyFilterUpdate[] { filter });
		return set;
	}

	private void machineIs(VirtualMachinePowerState state) {
		update(machine, change("runtime.powerState", state));
	}

	private void taskIs(TaskInfoState state) {
		update(task, change("info.state", state));
	}

	private void hostIs(VirtualMachineConnectionState state) {
		update(machine, change("runtime.connectionState", state));
	}

	@BeforeEach
	void itRuns() {
		hostIs(VirtualMachineConnectionState.connected);
		machineIs(VirtualMachinePowerState.poweredOn);
		update(machine, booted(100));
	}

	@Test
	void runningOnIsNoEvidence() {
		machineIs(VirtualMachinePowerState.poweredOn);
		taskIs(TaskInfoState.running);

		assertTrue(watch.outcome().isEmpty());
		assertFalse(watch.sawWanted());
	}

	@Test
	void theTaskAndARunningMachineAre() {
		taskIs(TaskInfoState.success);

		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
		assertFalse(watch.sawInterruption());
	}

	@Test
	void theTaskAloneIsNotOnAHostOutOfContact() {
		hostIs(VirtualMachineConnectionState.disconnected);
		taskIs(TaskInfoState.success);

		assertTrue(watch.outcome().isEmpty());

		hostIs(VirtualMachineConnectionState.connected);
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void offForAMomentIsSeen() {
		machineIs(VirtualMachinePowerState.poweredOff);
		machineIs(VirtualMachinePowerState.poweredOn);
		assertTrue(watch.outcome().isEmpty());
		taskIs(TaskInfoState.success);

		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
		assertTrue(watch.sawInterruption());
	}

	@Test
	void aLaterBootIsSeen() {
		taskIs(TaskInfoState.success);
		update(machine, booted(200));

		assertTrue(watch.sawInterruption());
	}

	@Test
	void anErrorAfterItWasOffIsLeftToTheStateThatIsReadBack() {
		machineIs(VirtualMachinePowerState.poweredOff);
		taskIs(TaskInfoState.error);

		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void aRefusalBecauseItIsOnIsAFailure() {
		InvalidPowerState state = new InvalidPowerState();
		state.setExistingState(VirtualMachinePowerState.poweredOn);
		LocalizedMethodFault error = new LocalizedMethodFault();
		error.setFault(state);
		update(task, change("info.state", TaskInfoState.error), change("info.error", error));

		assertInstanceOf(PowerChange.Failed.class, watch.outcome().orElseThrow());
	}

	@Test
	void aMachineThatWasOffFromTheStartWasNotReset() {
		PowerWatch late = new PowerWatch(machine, task, PowerOperation.CYCLE, Optional.of(time(100)));
		late.accept(set(machine, change("runtime.connectionState", VirtualMachineConnectionState.connected),
				change("runtime.powerState", VirtualMachinePowerState.poweredOff)));
		late.accept(set(task, change("info.state", TaskInfoState.error)));
		assertInstanceOf(PowerChange.Failed.class, late.outcome().orElseThrow());
	}
}
