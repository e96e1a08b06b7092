package org.palisade.ui.internal.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.ColumnSort;

/** The machines and hosts that match what the user typed, as a table that can be sorted. Only for the UI thread. */
final class MachineList {

	private final Inventories inventories;
	private final Executor worker;
	private final Display display;
	private final Table table;
	private final Consumer<MachineSearch.Result> shown;
	private final AtomicLong latest = new AtomicLong();
	private final ColumnSort<MachineSearch.Column> sort;
	private String text = "";
	private String shownText = "";
	private Optional<String> awaited = Optional.empty();
	private MachineSearch.Result result = new MachineSearch.Result(List.of(), 0);

	/**
	 * @param shown told of what is shown now
	 */
	MachineList(Composite parent, Inventories inventories, Executor worker, Consumer<MachineSearch.Result> shown) {
		this.inventories = inventories;
		this.worker = worker;
		this.shown = shown;
		this.display = parent.getDisplay();
		table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
		table.setHeaderVisible(true);
		Accessibility.name(table, Messages.list_accessible);
		add(MachineSearch.Column.NAME, Messages.column_name, 180);
		add(MachineSearch.Column.STATE, Messages.column_state, 120);
		add(MachineSearch.Column.PATH, Messages.column_path, 240);
		add(MachineSearch.Column.ADDRESS, Messages.column_address, 110);
		add(MachineSearch.Column.HOST, Messages.column_host, 150);
		add(MachineSearch.Column.UUID, Messages.column_uuid, 270);
		sort = new ColumnSort<>(table, "inventory.sort", MachineSearch.Column.NAME, false, this::refresh);
		table.addListener(SWT.SetData, this::show);
	}

	private void add(MachineSearch.Column shownColumn, String title, int width) {
		TableColumn tableColumn = new TableColumn(table, SWT.NONE);
		tableColumn.setText(title);
		tableColumn.setWidth(width);
		tableColumn.setMoveable(true);
		tableColumn.setData(shownColumn);
	}

	Table control() {
		return table;
	}

	/** {@return by what it is sorted} */
	ColumnSort<MachineSearch.Column> sort() {
		return sort;
	}

	/** {@return what is selected} */
	List<InventoryElement> selection() {
		return IntStream.of(table.getSelectionIndices()).filter(index -> index < result.rows().size())
				.mapToObj(index -> result.rows().get(index).element()).toList();
	}

	/** {@return the text that the rows match that are shown now} */
	String shownText() {
		return shownText;
	}

	/** Selects the machine of that id when it is among what is found next. */
	void selectWhenFound(String id) {
		awaited = Optional.of(id);
	}

	/** Has what matches a text shown soon. */
	void search(String wanted) {
		text = wanted;
		refresh();
	}

	/** Has the rows brought up to date soon. What was asked for before and is not found yet is not looked for any more. */
	void refresh() {
		long mine = latest.incrementAndGet();
		String wanted = text;
		MachineSearch.Order by = new MachineSearch.Order(sort.column(), sort.isDescending());
		worker.execute(() -> {
			if (mine == latest.get()) {
				MachineSearch.Result found = MachineSearch.find(inventories.all(), wanted, by, () -> mine == latest.get());
				display.asyncExec(() -> showIfLatest(mine, wanted, found));
			}
		});
	}

	private void showIfLatest(long mine, String wanted, MachineSearch.Result found) {
		if (table.isDisposed() || mine != latest.get()) {
			return;
		}
		List<InventoryElement> selected = selection();
		result = found;
		shownText = wanted;
		table.setItemCount(found.rows().size());
		table.clearAll();
		table.deselectAll();
		selectAgain(selected);
		selectAwaited();
		shown.accept(found);
	}

	private void selectAwaited() {
		IntStream.range(0, result.rows().size()).filter(index -> awaited.equals(Optional.of(result.rows().get(index).object().id()))).findFirst()
				.ifPresent(index -> {
					table.setSelection(index);
					awaited = Optional.empty();
				});
	}

	private void selectAgain(List<InventoryElement> selected) {
		if (selected.isEmpty()) {
			return;
		}
		Set<String> keys = selected.stream().map(InventoryNode::key).collect(Collectors.toSet());
		table.select(IntStream.range(0, result.rows().size()).filter(index -> keys.contains(result.rows().get(index).object().id())).toArray());
	}

	private void show(Event event) {
		if (event.index >= result.rows().size()) {
			return;
		}
		TableItem item = (TableItem) event.item;
		MachineSearch.Row row = result.rows().get(event.index);
		for (int i = 0; i < table.getColumnCount(); i++) {
			item.setText(i, row.text((MachineSearch.Column) table.getColumn(i).getData()));
		}
		item.setImage(InventoryLabels.image(row.object()).image());
	}
}
