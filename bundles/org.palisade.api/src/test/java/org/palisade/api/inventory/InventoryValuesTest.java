package org.palisade.api.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.palisade.api.inventory.InventoryObject.Container;
import org.palisade.api.inventory.InventoryObject.Host;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventoryObject.VirtualMachine;

class InventoryValuesTest {

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "HOST", "VIRTUAL_MACHINE" })
	void whatHasARecordOfItsOwnIsNoContainer(Kind kind) {
		assertThrows(IllegalArgumentException.class, () -> new Container(kind, "x-1", "x", Optional.empty()));
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = { "HOST", "VIRTUAL_MACHINE" })
	void everyOtherKindIs(Kind kind) {
		assertEquals(kind, new Container(kind, "x-1", "x", Optional.empty()).kind());
	}

	@Test
	void hostsAndMachinesKnowTheirKind() {
		assertEquals(Kind.HOST, new Host("host-1", "esx1", Optional.empty(), ConnectionState.CONNECTED, false).kind());
		assertEquals(Kind.VIRTUAL_MACHINE, new VirtualMachine("vm-1", "node1", Optional.empty(), Optional.empty()).kind());
	}

	@Test
	void aBatchKeepsNoListOfItsMaker() {
		List<InventoryObject> added = new ArrayList<>(List.of(new VirtualMachine("vm-1", "node1", Optional.empty(), Optional.empty())));
		InventoryBatch batch = new InventoryBatch(added, List.of(), List.of(), new NoSnapshot());
		added.clear();
		assertEquals(1, batch.added().size());
	}

	/** Stands in for a snapshot that nobody looks at. */
	private static final class NoSnapshot implements InventorySnapshot {

		@Override
		public boolean isComplete() {
			return false;
		}

		@Override
		public int count(Kind kind) {
			return 0;
		}

		@Override
		public Optional<InventoryObject> object(String id) {
			return Optional.empty();
		}

		@Override
		public List<InventoryObject> roots() {
			return List.of();
		}

		@Override
		public List<InventoryObject> children(String id) {
			return List.of();
		}

		@Override
		public List<InventoryObject> machinesOn(String hostId) {
			return List.of();
		}

		@Override
		public String path(String id) {
			return "";
		}

		@Override
		public List<InventoryObject> find(String text, Set<Kind> kinds) {
			return List.of();
		}
	}
}
