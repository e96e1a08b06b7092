package org.palisade.ui.internal.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.palisade.api.inventory.NaturalOrder;
import org.palisade.operations.HistoryEntry;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.ColumnSort;
import org.palisade.ui.internal.Images;

/** The entries as a table that can be sorted. Only for the UI thread. */
final class HistoryTable {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

	/** The columns. */
	private enum Column {
		TIME, ACTION, OUTCOME, MACHINE, SERVER, DURATION, BY
	}

	/** An entry with what it is sorted by. */
	private record Keyed<K>(K key, HistoryEntry entry) {
	}

	private final Table table;
	private final ColumnSort<Column> sort;
	private List<HistoryEntry> latestFirst = List.of();
	private List<HistoryEntry> entries = List.of();

	HistoryTable(Composite parent) {
		table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		Accessibility.name(table, Messages.table_accessible);
		add(Column.TIME, Messages.column_time, 180);
		add(Column.ACTION, Messages.column_action, 70);
		add(Column.OUTCOME, Messages.column_outcome, 150);
		add(Column.MACHINE, Messages.column_plug, 150);
		add(Column.SERVER, Messages.column_server, 130);
		add(Column.DURATION, Messages.column_duration, 80);
		add(Column.BY, Messages.column_by, 130);
		sort = new ColumnSort<>(table, "history.sort", Column.TIME, true, this::showSorted);
		table.addListener(SWT.SetData, this::fill);
	}

	private void add(Column shown, String title, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(title);
		column.setWidth(width);
		column.setMoveable(true);
		column.setData(shown);
	}

	Table control() {
		return table;
	}

	/** {@return by what it is sorted} */
	ColumnSort<?> sort() {
		return sort;
	}

	/** {@return what is shown, in that order} */
	List<HistoryEntry> entries() {
		return entries;
	}

	Optional<HistoryEntry> selected() {
		int index = table.getSelectionIndex();
		return index >= 0 && index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
	}

	/** Shows these, which are given in the order in which they were carried out. */
	void show(List<HistoryEntry> shown) {
		latestFirst = new ArrayList<>(shown);
		Collections.reverse(latestFirst);
		showSorted();
	}

	private void showSorted() {
		Optional<HistoryEntry> selected = selected();
		entries = sorted();
		table.setItemCount(entries.size());
		table.clearAll();
		table.deselectAll();
		selected.map(entries::indexOf).filter(index -> index >= 0).ifPresent(index -> {
			table.setSelection(index);
			table.showSelection();
		});
	}

	private List<HistoryEntry> sorted() {
		return switch (sort.column()) {
			case TIME -> sorted(HistoryEntry::time, Comparator.naturalOrder());
			case DURATION -> sorted(HistoryEntry::duration, Comparator.naturalOrder());
			default -> sorted(entry -> text(entry, sort.column()), NaturalOrder.INSTANCE);
		};
	}

	/** Of those that are the same the latest is first. */
	private <K> List<HistoryEntry> sorted(Function<HistoryEntry, K> key, Comparator<K> order) {
		Comparator<Keyed<K>> byKey = Comparator.comparing(Keyed::key, sort.isDescending() ? order.reversed() : order);
		return latestFirst.stream().map(entry -> new Keyed<>(key.apply(entry), entry)).sorted(byKey).map(Keyed::entry).toList();
	}

	private void fill(Event event) {
		if (event.index >= entries.size()) {
			return;
		}
		HistoryEntry entry = entries.get(event.index);
		TableItem item = (TableItem) event.item;
		item.setText(Stream.of(Column.values()).map(column -> text(entry, column)).toArray(String[]::new));
		item.setImage((entry.failed() ? Images.FAILED : Images.PASSED).image());
	}

	private static String text(HistoryEntry entry, Column column) {
		return switch (column) {
			case TIME -> TIME.format(entry.time());
			case ACTION -> HistoryTexts.action(entry);
			case OUTCOME -> HistoryTexts.outcome(entry);
			case MACHINE -> entry.shownPlug();
			case SERVER -> entry.server();
			case DURATION -> HistoryTexts.duration(entry.duration());
			case BY -> entry.service().isEmpty() ? entry.user() : entry.service();
		};
	}
}
