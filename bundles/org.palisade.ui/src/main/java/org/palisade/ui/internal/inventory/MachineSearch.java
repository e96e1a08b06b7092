package org.palisade.ui.internal.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.connections.Connection;

/** Looks for hosts and machines in all inventories. For any thread. */
final class MachineSearch {

	/** More rows than anybody reads, and few enough to be shown at once. */
	static final int MOST_ROWS = 2000;

	private static final Set<Kind> KINDS = Set.of(Kind.HOST, Kind.VIRTUAL_MACHINE);

	/** By what the rows are sorted. */
	enum Column {
		/** The name, digits as numbers. */
		NAME,
		/** The state in words. */
		STATE,
		/** The inventory path. */
		PATH,
		/** The IP address. */
		ADDRESS,
		/** The UUID. */
		UUID,
		/** The host's name. */
		HOST
	}

	/** A row with the snapshot that it is from. */
	record Row(Connection connection, InventoryObject object, InventorySnapshot snapshot) {

		InventoryElement element() {
			return new InventoryElement(connection, Optional.of(object));
		}

		String text(Column column) {
			return switch (column) {
				case NAME -> object.name();
				case STATE -> InventoryLabels.state(object);
				case PATH -> snapshot.path(object.id());
				case ADDRESS -> InventoryLabels.address(object);
				case UUID -> InventoryLabels.uuid(object);
				case HOST -> InventoryLabels.host(object, snapshot);
			};
		}
	}

	/**
	 * What was found.
	 *
	 * @param rows the first of what matches, sorted
	 * @param matches how many match
	 */
	record Result(List<Row> rows, int matches) {
	}

	private MachineSearch() {
	}

	static Result find(List<ConnectionInventory> inventories, String text, Column column, boolean descending) {
		Comparator<String> texts = NaturalOrder.INSTANCE;
		Comparator<Row> order = Comparator.comparing(row -> row.text(column), descending ? texts.reversed() : texts);
		// The last of the rows so far stands at the head, to make room for a better one: that is faster than to sort all that match.
		PriorityQueue<Row> first = new PriorityQueue<>(MOST_ROWS + 1, order.reversed());
		int matches = 0;
		for (ConnectionInventory inventory : inventories) {
			Optional<InventorySnapshot> snapshot = inventory.state().snapshot();
			if (snapshot.isEmpty()) {
				continue;
			}
			List<InventoryObject> found = snapshot.get().find(text, KINDS);
			matches += found.size();
			for (InventoryObject object : found) {
				first.add(new Row(inventory.connection(), object, snapshot.get()));
				if (first.size() > MOST_ROWS) {
					first.poll();
				}
			}
		}
		List<Row> rows = new ArrayList<>(first);
		rows.sort(order);
		return new Result(Collections.unmodifiableList(rows), matches);
	}
}
