package org.palisade.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectUpdate;
import com.vmware.vim25.ObjectUpdateKind;
import com.vmware.vim25.PropertyChange;
import com.vmware.vim25.PropertyFilterUpdate;
import com.vmware.vim25.UpdateSet;
import com.vmware.vim25.VirtualMachinePowerState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;
import org.palisade.inventory.internal.model.InventoryModel;

/** Updates as a server might send them, right and wrong. */
class UpdatesTest {

	private final List<String> warnings = new ArrayList<>();
	private final InventoryModel model = new InventoryModel();
	private final Updates updates = new Updates(model, new Oddities(new Diagnostics() {
		@Override
		public void warning(String message) {
			warnings.add(message);
		}

		@Override
		public void detail(String message) {
			throw new AssertionError(message);
		}
	}));

	private static ManagedObjectReference reference(String type, String value) {
		ManagedObjectReference reference = new ManagedObjectReference();
		reference.setType(type);
		reference.setVal(value);
		return reference;
	}

	private static ObjectUpdate update(ObjectUpdateKind kind, ManagedObjectReference object, Object... namesAndValues) {
		ObjectUpdate update = new ObjectUpdate();
		update.setKind(kind);
		update.setObj(object);
		PropertyChange[] changes = new PropertyChange[namesAndValues.length / 2];
		for (int i = 0; i < changes.length; i++) {
			changes[i] = new PropertyChange();
			changes[i].setName((String) namesAndValues[2 * i]);
			changes[i].setVal(namesAndValues[2 * i + 1]);
		}
		update.setChangeSet(changes);
		return update;
	}

	private boolean accept(ObjectUpdate... objects) {
		PropertyFilterUpdate filter = new PropertyFilterUpdate();
		filter.setObjectSet(objects);
		UpdateSet set = new UpdateSet();
		set.setFilterSet(new PropertyFilterUpdate[] { filter });
		return updates.accept(set).isPresent();
	}

	private VirtualMachine machine() {
		return (VirtualMachine) model.snapshot().object("vm-1").orElseThrow();
	}

	private void enter() {
		accept(update(ObjectUpdateKind.enter, reference("VirtualMachine", "vm-1"), "name", "node1", "parent", reference("Folder", "group-v1"),
				"runtime.powerState", VirtualMachinePowerState.poweredOn));
	}

	@Test
	void anObjectThatEntersAnewIsWhatItIsNow() {
		enter();
		accept(update(ObjectUpdateKind.enter, reference("VirtualMachine", "vm-1"), "name", "node2"));
		assertEquals(Optional.empty(), machine().parent());
		assertEquals(PowerState.UNKNOWN, machine().details().orElseThrow().power());
	}

	@Test
	void whatDoesNotChangeStays() {
		enter();
		assertTrue(accept(update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), "name", "node2")));
		assertEquals(Optional.of("group-v1"), machine().parent());
		assertEquals(PowerState.ON, machine().details().orElseThrow().power());
	}

	@Test
	void severalUpdatesOfAnObjectInOneAnswerAddUp() {
		accept(update(ObjectUpdateKind.enter, reference("VirtualMachine", "vm-1"), "name", "node1"),
				update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), "runtime.powerState", VirtualMachinePowerState.suspended),
				update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), "parent", reference("Folder", "group-v1")));
		assertEquals(PowerState.SUSPENDED, machine().details().orElseThrow().power());
		assertEquals(Optional.of("group-v1"), machine().parent());
		accept(update(ObjectUpdateKind.leave, reference("VirtualMachine", "vm-1")), update(ObjectUpdateKind.enter, reference("VirtualMachine", "vm-1")));
		assertEquals("vm-1", machine().name());
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void aMachineGoesIntoAVAppAndBackInWhateverOrderThatIsTold(boolean unsetFirst) {
		accept(update(ObjectUpdateKind.enter, reference("VirtualApp", "resgroup-v9"), "name", "app"));
		enter();
		Object[] intoVApp = unsetFirst ? new Object[] { "parent", null, "parentVApp", reference("VirtualApp", "resgroup-v9") }
				: new Object[] { "parentVApp", reference("VirtualApp", "resgroup-v9"), "parent", null };
		accept(update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), intoVApp));
		assertEquals(Optional.of("resgroup-v9"), machine().parent());
		assertEquals("/app/node1", model.snapshot().path("vm-1"));
		Object[] back = unsetFirst ? new Object[] { "parentVApp", null, "parent", reference("Folder", "group-v1") }
				: new Object[] { "parent", reference("Folder", "group-v1"), "parentVApp", null };
		accept(update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), back));
		assertEquals(Optional.of("group-v1"), machine().parent());
		assertEquals(List.of(), warnings);
	}

	@Test
	void whatMakesNoSenseIsReportedAndTheRestIsTakenIn() {
		enter();
		accept(update(ObjectUpdateKind.enter, null), update(ObjectUpdateKind.enter, reference("VirtualMachine", "")),
				update(null, reference("VirtualMachine", "vm-1")), update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-9"), "name", "x"),
				update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), "name", "node2"));
		assertEquals("node2", machine().name());
		assertEquals(4, warnings.size());
		assertEquals(1, model.snapshot().count(Kind.VIRTUAL_MACHINE));
	}

	@Test
	void anObjectOfAnotherTypeIsNotTakenForOneOfOurs() {
		enter();
		accept(update(ObjectUpdateKind.enter, reference("Datastore", "datastore-1"), "name", "x"),
				update(ObjectUpdateKind.enter, reference("Folder", "vm-1"), "name", "x"));
		assertEquals("node1", machine().name());
		assertEquals(2, warnings.size());
	}

	@Test
	void aValueOfAnotherTypeCountsAsUnset() {
		enter();
		accept(update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-1"), "runtime.powerState", "poweredOn", "unheard.of", "x"));
		assertEquals(PowerState.UNKNOWN, machine().details().orElseThrow().power());
		assertEquals(2, warnings.size());
	}

	@Test
	void thousandsOfMistakesAreNotToldOneByOne() {
		for (int i = 0; i < 1000; i++) {
			accept(update(ObjectUpdateKind.modify, reference("VirtualMachine", "vm-" + i)));
		}
		assertEquals(6, warnings.size());
	}

	@Test
	void anEmptyAnswerChangesNothing() {
		assertTrue(updates.accept(new UpdateSet()).isEmpty());
	}
}
