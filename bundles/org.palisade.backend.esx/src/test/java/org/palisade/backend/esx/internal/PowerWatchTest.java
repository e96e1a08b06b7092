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

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;

class PowerWatchTest {

	private final ManagedObjectReference machine = References.virtualMachine("vm-1");
	private final ManagedObjectReference task = References.of("Task", "task-1");
	private PowerWatch watch = new PowerWatch(machine, task, PowerOperation.OFF, Optional.of(time(100)));

	private static PropertyChange change(String name, Object value) {
		PropertyChange change = new PropertyChange();
		change.setName(name);
		change.setVal(value);
		return change;
	}

	private static PropertyChange power(VirtualMachinePowerState state) {
		return change("runtime.powerState", state);
	}

	private static PropertyChange connection(VirtualMachineConnectionState state) {
		return change("runtime.connectionState", state);
	}

	private static PropertyChange booted(long seconds) {
		return change("runtime.bootTime", time(seconds));
	}

	private static Calendar time(long seconds) {
		Calendar time = new GregorianCalendar();
		time.setTimeInMillis(seconds * 1000);
		return time;
	}

	private static PropertyChange ended(TaskInfoState state) {
		return change("info.state", state);
	}

	private void update(ManagedObjectReference object, PropertyChange... changes) {
		update(object, ObjectUpdateKind.modify, changes);
	}

	private void update(ManagedObjectReference object, ObjectUpdateKind kind, PropertyChange... changes) {
		ObjectUpdate update = new ObjectUpdate();
		update.setObj(object);
		update.setKind(kind);
		update.setChangeSet(changes);
		PropertyFilterUpdate filter = new PropertyFilterUpdate();
		filter.setObjectSet(new ObjectUpdate[] { update });
		UpdateSet set = new UpdateSet();
		set.setFilterSet(new PropertyFilterUpdate[] { filter });
		watch.accept(set);
	}

	private void baseline() {
		update(machine, connection(VirtualMachineConnectionState.connected), power(VirtualMachinePowerState.poweredOn), booted(100));
	}

	@Test
	void waitsForBothTheTaskAndTheState() {
		baseline();
		assertTrue(watch.outcome().isEmpty());
		update(machine, power(VirtualMachinePowerState.poweredOff));
		assertTrue(watch.outcome().isEmpty());
		update(task, ended(TaskInfoState.running));
		assertTrue(watch.outcome().isEmpty());
		update(task, ended(TaskInfoState.success));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void aTaskThatSucceededIsNotEnough() {
		baseline();
		update(task, ended(TaskInfoState.success));
		assertTrue(watch.outcome().isEmpty());
		assertFalse(watch.sawWanted());
	}

	@Test
	void offWhenTheWatchBeginsIsSeen() {
		update(machine, connection(VirtualMachineConnectionState.connected), power(VirtualMachinePowerState.poweredOff));
		update(task, ended(TaskInfoState.success));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void onAgainWhenTheWatchBeginsIsProvenByTheBoot() {
		update(machine, connection(VirtualMachineConnectionState.connected), power(VirtualMachinePowerState.poweredOn), booted(200));
		assertFalse(watch.sawWanted());
		update(task, ended(TaskInfoState.success));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void offForAMomentIsSeen() {
		baseline();
		update(machine, power(VirtualMachinePowerState.poweredOff));
		update(machine, power(VirtualMachinePowerState.poweredOn), booted(200));
		update(task, ended(TaskInfoState.success));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void aLaterBootProvesThatItWasOff() {
		baseline();
		update(task, ended(TaskInfoState.success));
		update(machine, booted(200));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void aLaterBootProvesNothingWithoutTheTask() {
		baseline();
		update(machine, booted(200));
		assertFalse(watch.sawWanted());
		update(task, ended(TaskInfoState.error));
		assertInstanceOf(PowerChange.Failed.class, watch.outcome().orElseThrow());
	}

	@Test
	void anotherBootTimeProvesNothingUnlessItIsLater() {
		baseline();
		update(task, ended(TaskInfoState.success));
		update(machine, booted(100));
		update(machine, change("runtime.bootTime", null));
		update(machine, booted(99));
		assertTrue(watch.outcome().isEmpty());
	}

	@Test
	void aBootTimeWithoutOneBeforeProvesNothing() {
		watch = new PowerWatch(machine, task, PowerOperation.OFF, Optional.empty());
		update(task, ended(TaskInfoState.success));
		update(machine, connection(VirtualMachineConnectionState.connected), power(VirtualMachinePowerState.poweredOn), booted(200));
		assertTrue(watch.outcome().isEmpty());
	}

	@Test
	void offOnAHostOutOfContactIsNotSeen() {
		baseline();
		update(machine, connection(VirtualMachineConnectionState.disconnected), power(VirtualMachinePowerState.poweredOff));
		update(task, ended(TaskInfoState.success));
		assertTrue(watch.outcome().isEmpty());
		update(machine, connection(VirtualMachineConnectionState.connected));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void suspendedIsNotOff() {
		baseline();
		update(machine, power(VirtualMachinePowerState.suspended));
		update(task, ended(TaskInfoState.success));
		assertTrue(watch.outcome().isEmpty());
	}

	@Test
	void tellsTheErrorOfTheTask() {
		baseline();
		LocalizedMethodFault error = new LocalizedMethodFault();
		error.setFault(new com.vmware.vim25.TaskInProgress());
		error.setLocalizedMessage("Another task is already in progress.");
		update(task, ended(TaskInfoState.error), change("info.error", error));
		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, watch.outcome().orElseThrow());
		assertEquals(Kind.TASK, failed.problem().kind());
		assertTrue(failed.problem().message().contains("TaskInProgress: Another task is already in progress"), failed.problem().message());
	}

	@Test
	void aRefusalBecauseItIsOffAlreadyMeansOff() {
		baseline();
		InvalidPowerState state = new InvalidPowerState();
		state.setExistingState(VirtualMachinePowerState.poweredOff);
		LocalizedMethodFault error = new LocalizedMethodFault();
		error.setFault(state);
		update(task, ended(TaskInfoState.error), change("info.error", error));
		assertEquals(Optional.of(new PowerChange.Seen()), watch.outcome());
	}

	@Test
	void aRefusalBecauseItIsSuspendedIsAFailure() {
		baseline();
		InvalidPowerState state = new InvalidPowerState();
		state.setExistingState(VirtualMachinePowerState.suspended);
		LocalizedMethodFault error = new LocalizedMethodFault();
		error.setFault(state);
		update(task, ended(TaskInfoState.error), change("info.error", error));
		assertInstanceOf(PowerChange.Failed.class, watch.outcome().orElseThrow());
	}

	@Test
	void aMachineThatIsGoneIsAFailure() {
		baseline();
		update(machine, ObjectUpdateKind.leave);
		PowerChange.Failed failed = assertInstanceOf(PowerChange.Failed.class, watch.outcome().orElseThrow());
		assertEquals(Kind.NOT_FOUND, failed.problem().kind());
	}

	@Test
	void otherObjectsDoNotMatter() {
		baseline();
		update(References.virtualMachine("vm-2"), power(VirtualMachinePowerState.poweredOff));
		update(References.of("Task", "task-2"), ended(TaskInfoState.success));
		assertTrue(watch.outcome().isEmpty());
		assertFalse(watch.taskSucceeded());
	}

	@Test
	void takesAnUpdateSetWithoutUpdates() {
		watch.accept(new UpdateSet());
		assertTrue(watch.outcome().isEmpty());
	}
}
