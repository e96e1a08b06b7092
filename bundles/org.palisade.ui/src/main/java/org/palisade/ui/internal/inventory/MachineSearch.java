package org.palisade.ui.internal.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.inventory.InventoryObject.Kind;
import org.palisade.api.inventory.InventorySnapshot;
import org.palisade.api.inventory.NaturalOrder;
import org.palisade.connections.Connection;

/** Looks for hosts and machines in all inventories. For any thread. */
final class MachineSearch {

	/** More rows than anybody reads, and few enough to be shown at once. */
	static final int MOST_ROWS = 2000;

	/** What is looked for. */
	static final Set<Kind> KINDS = Set.of(Kind.HOST, Kind.VIRTUAL_MACHINE);

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

	/**
	 * In which order rows are wanted.
	 *
	 * @param column by what they are sorted
	 * @param descending whether the last comes first
	 */
	record Order(Column column, boolean descending) {

		private <T> Comparator<T> comparator(BiFunction<T, Column, String> text) {
			Comparator<String> texts = NaturalOrder.INSTANCE;
			return Comparator.comparing(item -> text.apply(item, column), descending ? texts.reversed() : texts);
		}
	}

	/** What matches on one server, by name. */
	private record Found(Connection connection, InventorySnapshot snapshot, List<InventoryObject> objects) {

		Row row(int index) {
			return new Row(connection, objects.get(index), snapshot);
		}

		/** {@return the first rows, or the last in reverse, each made when it is fetched} */
		List<Row> first(boolean descending) {
			int all = objects.size();
			return new LazyList<>(Math.min(all, MOST_ROWS), index -> row(descending ? all - 1 - index : index));
		}
	}

	private MachineSearch() {
	}

	/**
	 * Looks for a text.
	 *
	 * @param wanted asked now and then whether anybody still wants to know; when nobody does, what is returned is not complete
	 */
	static Result find(List<ConnectionInventory> inventories, String text, Order order, BooleanSupplier wanted) {
		List<Found> found = new ArrayList<>();
		for (ConnectionInventory inventory : inventories) {
			inventory.state().snapshot()
					.ifPresent(snapshot -> found.add(new Found(inventory.connection(), snapshot, snapshot.find(text, KINDS))));
		}
		int matches = found.stream().mapToInt(each -> each.objects().size()).sum();
		return new Result(order.column() == Column.NAME ? byName(found, order) : bySomethingElse(found, order, wanted), matches);
	}

	/** What a snapshot finds is in the order of names already, so that only what is shown need be made. */
	private static List<Row> byName(List<Found> found, Order order) {
		List<List<Row>> first = found.stream().map(each -> each.first(order.descending())).toList();
		if (first.size() == 1) {
			return first.get(0);
		}
		return first.stream().flatMap(List::stream).sorted(order.comparator(Row::text)).limit(MOST_ROWS).toList();
	}

	private static List<Row> bySomethingElse(List<Found> found, Order order, BooleanSupplier wanted) {
		record Candidate(String key, Row row) {
		}
		Comparator<Candidate> comparator = order.comparator((candidate, column) -> candidate.key());
		// The last of the rows so far stands at the head, to make room for a better one: that is faster than to sort all that match.
		PriorityQueue<Candidate> first = new PriorityQueue<>(MOST_ROWS + 1, comparator.reversed());
		for (Found each : found) {
			for (int i = 0; i < each.objects().size() && wanted.getAsBoolean(); i++) {
				Row row = each.row(i);
				first.add(new Candidate(row.text(order.column()), row));
				if (first.size() > MOST_ROWS) {
					first.poll();
				}
			}
		}
		return first.stream().sorted(comparator).map(Candidate::row).toList();
	}
}
