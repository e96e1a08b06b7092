package org.palisade.ui.internal.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.palisade.api.PowerState;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.connections.Connection;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.ui.internal.inventory.MachineSearch.Column;
import org.palisade.ui.internal.inventory.MachineSearch.Order;

class MachineSearchTest {

	private static final int MACHINES = 40_000;

	private static ConnectionInventory inventory(CountedSnapshot snapshot) {
		Connection connection = new Connection("id", "Production", "vc.example.com", "user", "esx", new Trust.SystemAuthorities(),
				new PasswordSource.Memory(), Timeouts.DEFAULT, Optional.empty());
		ConnectionInventory inventory = new ConnectionInventory(connection, () -> { });
		inventory.changed(new InventoryBatch(List.of(), List.of(), List.of(), snapshot));
		inventory.complete(snapshot);
		return inventory;
	}

	private static List<String> names(List<MachineSearch.Row> rows) {
		return rows.stream().map(row -> row.object().name()).toList();
	}

	@Test
	void makesOnlyTheRowsThatAreLookedAt() {
		CountedSnapshot snapshot = new CountedSnapshot("node", MACHINES, number -> PowerState.ON);
		for (boolean descending : new boolean[] { false, true }) {
			int before = snapshot.made();
			MachineSearch.Result result = MachineSearch.find(List.of(inventory(snapshot)), "n", new Order(Column.NAME, descending), () -> true);
			assertEquals(MACHINES, result.matches());
			assertEquals(MachineSearch.MOST_ROWS, result.rows().size());
			assertEquals(before, snapshot.made(), "a keystroke makes no object");
			assertEquals(descending ? List.of("node39999", "node39998") : List.of("node0", "node1"), names(result.rows().subList(0, 2)));
		}
	}

	@Test
	void mergesWhatSeveralServersHave() {
		List<ConnectionInventory> both = List.of(inventory(new CountedSnapshot("b", 3, number -> PowerState.ON)),
				inventory(new CountedSnapshot("a", 2, number -> PowerState.ON)));
		assertEquals(List.of("a0", "a1", "b0", "b1", "b2"), names(MachineSearch.find(both, "", new Order(Column.NAME, false), () -> true).rows()));
	}

	@Test
	void sortsByAnotherColumnAndGivesUpWhenNobodyWantsToKnow() {
		CountedSnapshot snapshot = new CountedSnapshot("node", MACHINES, number -> number == 31_234 ? PowerState.OFF : PowerState.ON);
		List<ConnectionInventory> inventories = List.of(inventory(snapshot));
		assertEquals("node31234", MachineSearch.find(inventories, "", new Order(Column.STATE, false), () -> true).rows().get(0).object().name());
		assertTrue(MachineSearch.find(inventories, "", new Order(Column.STATE, false), () -> false).rows().isEmpty());
	}

	@Test
	void aPowerChangeCostsNoMoreThanTheRowsInSight() {
		CountedSnapshot before = new CountedSnapshot("node", MACHINES, number -> PowerState.ON);
		CountedSnapshot after = new CountedSnapshot("node", MACHINES, number -> number == 1 ? PowerState.OFF : PowerState.ON);
		ConnectionInventory inventory = inventory(before);
		InventoryNode.Content shown = content(inventory);
		inventory.changed(new InventoryBatch(List.of(), List.of(new InventoryBatch.Change(before.children("").get(1), after.children("").get(1))), List.of(),
				after));
		int made = after.made();
		InventoryNode.Content next = content(inventory);
		TreeUpdate update = new TreeUpdate.Shown(null, Optional.empty(), shown, Map.of(0, shown.children().get(0), 1, shown.children().get(1)),
				Set.of("vm-5")).to(next);
		assertTrue(update.sameRows());
		assertEquals(List.of(1), update.changedRows());
		assertEquals(made + 2, after.made());
	}

	@Test
	void rowsThatWereMovedAreFoundAgain() {
		ConnectionInventory inventory = inventory(new CountedSnapshot("node", 3, number -> PowerState.ON));
		InventoryNode.Content shown = content(inventory);
		CountedSnapshot after = new CountedSnapshot("node", 4, number -> PowerState.ON);
		inventory.changed(new InventoryBatch(List.of(after.children("").get(3)), List.of(), List.of(), after));
		TreeUpdate update = new TreeUpdate.Shown(null, Optional.empty(), shown, Map.of(), Set.of("vm-2")).to(content(inventory));
		assertEquals(Map.of("vm-2", 2), update.places());
		assertFalse(update.sameRows());
	}

	private static InventoryNode.Content content(ConnectionInventory inventory) {
		var snapshot = inventory.state().snapshot().orElseThrow();
		var objects = snapshot.children("");
		return new InventoryNode.Content(new LazyList<>(objects.size(), index -> new InventoryElement(inventory.connection(), Optional.of(objects.get(index)))),
				Optional.of(snapshot), inventory.state().structure());
	}
}
