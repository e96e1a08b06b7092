package org.palisade.ui.internal.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.palisade.operations.HistoryEntry;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Images;

/** The entries as a table, the latest first. Only for the UI thread. */
final class HistoryTable {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

	private final Table table;
	private List<HistoryEntry> entries = List.of();

	HistoryTable(Composite parent) {
		table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		Accessibility.name(table, Messages.table_accessible);
		add(Messages.column_time, 180);
		add(Messages.column_action, 70);
		add(Messages.column_outcome, 150);
		add(Messages.column_plug, 150);
		add(Messages.column_server, 130);
		add(Messages.column_duration, 80);
		add(Messages.column_by, 130);
		table.addListener(SWT.SetData, this::fill);
	}

	private void add(String title, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(title);
		column.setWidth(width);
		column.setMoveable(true);
	}

	Table control() {
		return table;
	}

	List<HistoryEntry> entries() {
		return entries;
	}

	Optional<HistoryEntry> selected() {
		int index = table.getSelectionIndex();
		return index >= 0 && index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
	}

	void show(List<HistoryEntry> shown) {
		Optional<HistoryEntry> selected = selected();
		entries = List.copyOf(shown);
		table.setItemCount(entries.size());
		table.clearAll();
		table.deselectAll();
		selected.map(entries::indexOf).filter(index -> index >= 0).ifPresent(table::setSelection);
	}

	private void fill(Event event) {
		if (event.index >= entries.size()) {
			return;
		}
		HistoryEntry entry = entries.get(event.index);
		TableItem item = (TableItem) event.item;
		item.setText(new String[] { TIME.format(entry.time()), HistoryTexts.action(entry), HistoryTexts.outcome(entry), entry.shownPlug(), entry.server(),
				HistoryTexts.duration(entry.duration()), entry.service().isEmpty() ? entry.user() : entry.service() });
		item.setImage((entry.failed() ? Images.FAILED : Images.PASSED).image());
	}
}
