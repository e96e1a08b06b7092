package org.palisade.ui.internal.inventory;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.EmptyState;
import org.palisade.ui.internal.Help;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.RowSelection;
import org.palisade.ui.internal.RowsStack;

/** The view "vSphere Inventory": the servers and what is on them as a tree, or what matches a text as a table. */
public final class InventoryView extends ViewPart {

	/** The id under which it is registered. */
	public static final String ID = "org.palisade.ui.inventory";

	/** What is news after a silence is shown at once, and then it is gathered for so long: nobody reads faster, and a server can tell much at once. */
	private static final int GATHER_MILLISECONDS = 150;
	/** While everything is read, most of what comes is out of sight, and the reading needs the processor. */
	private static final int GATHER_LOADING_MILLISECONDS = 500;

	private final Inventories inventories = PalisadeUi.instance().inventories();
	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(InventoryView::thread);
	private final AtomicBoolean refreshDue = new AtomicBoolean();
	private volatile long lastRefresh = System.nanoTime();
	private final Runnable inventoryListener = this::refreshSoon;
	private final RowSelection selection = new RowSelection(this::selected);

	private Display display;
	private Text filter;
	private RowsStack stack;
	private Control empty;
	private InventoryTree tree;
	private MachineList list;

	private static Thread thread(Runnable run) {
		Thread thread = new Thread(run, "vSphere Inventory");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		filter = createFilter(parent);
		stack = new RowsStack(parent);
		fillStack();
		stack.register(getSite(), selection, Help.INVENTORY, tree.control(), list.control());
		getViewSite().getActionBars().getMenuManager().add(list.sort().menu());
		inventories.addListener(inventoryListener);
		refresh();
	}

	private Text createFilter(Composite parent) {
		Text text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(Messages.filter_hint);
		Accessibility.name(text, Messages.filter_accessible);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		text.addModifyListener(event -> filterChanged());
		text.addListener(SWT.KeyDown, this::moveFromFilter);
		return text;
	}

	/** The arrow down leads to the rows, as everywhere in Eclipse, and to the first of them when none is selected. */
	private void moveFromFilter(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN) {
			event.doit = false;
			stack.setFocus();
			if (selected().isEmpty()) {
				selectFirst();
			}
		}
	}

	private void selectFirst() {
		if (stack.shows(list.control())) {
			list.control().setSelection(0);
		} else if (stack.shows(tree.control()) && tree.control().getItemCount() > 0) {
			tree.control().setSelection(tree.control().getItem(0));
		}
		selection.changed();
	}

	private void fillStack() {
		empty = EmptyState.create(stack.control(), Messages.empty_title, new EmptyState.Step(Messages.empty_add, Commands.NEW_CONNECTION),
				new EmptyState.Step(Messages.empty_simulated, Commands.NEW_SIMULATED));
		tree = new InventoryTree(stack.control(), inventories, worker, selection::changed);
		list = new MachineList(stack.control(), inventories, worker, this::found);
		SelectionListener listener = SelectionListener.widgetSelectedAdapter(event -> selection.changed());
		tree.control().addSelectionListener(listener);
		list.control().addSelectionListener(listener);
		SelectionListener open = SelectionListener.widgetDefaultSelectedAdapter(event -> Commands.run(Commands.OPEN));
		tree.control().addSelectionListener(open);
		list.control().addSelectionListener(open);
	}

	private void filterChanged() {
		if (isFiltered()) {
			list.search(filter.getText().strip());
		} else {
			tree.refresh();
		}
		showStack();
	}

	private boolean isFiltered() {
		return !filter.getText().isBlank();
	}

	private void showStack() {
		Control top = inventories.connections().isEmpty() ? empty : isFiltered() ? list.control() : tree.control();
		if (stack.show(top)) {
			selection.changed();
		}
		filter.setEnabled(top != empty);
		list.sort().setEnabled(top == list.control());
		if (!isFiltered()) {
			stack.sumUp(top == empty ? "" : summaryOfAll());
		}
	}

	private String summaryOfAll() {
		int connected = inventories.all().size();
		return connected == 0 ? Messages.summary_none : NLS.bind(Messages.summary_all, connected, inventories.connections().size());
	}

	private void found(MachineSearch.Result result) {
		if (isFiltered()) {
			String count = String.format("%,d", result.matches());
			stack.sumUp(result.matches() <= result.rows().size() ? NLS.bind(Messages.summary_found, count)
					: NLS.bind(Messages.summary_first, String.format("%,d", result.rows().size()), count));
			selection.changed();
		}
	}

	/** For any thread. */
	private void refreshSoon() {
		if (refreshDue.compareAndSet(false, true) && !worker.isShutdown()) {
			long sinceLast = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastRefresh);
			worker.schedule(() -> {
				refreshDue.set(false);
				lastRefresh = System.nanoTime();
				if (!display.isDisposed()) {
					display.asyncExec(this::refresh);
				}
			}, Math.max(0, gathering() - sinceLast), TimeUnit.MILLISECONDS);
		}
	}

	private int gathering() {
		boolean loading = inventories.all().stream().anyMatch(inventory -> inventory.state().stage() == ConnectionInventory.Stage.LOADING);
		return loading ? GATHER_LOADING_MILLISECONDS : GATHER_MILLISECONDS;
	}

	private void refresh() {
		if (stack.isDisposed()) {
			return;
		}
		if (isFiltered()) {
			list.refresh();
		} else {
			tree.refresh();
		}
		showStack();
		selection.changed();
	}

	/** {@return the text that the rows match that are shown now, empty for the tree} */
	public String shownText() {
		return stack.shows(list.control()) ? list.shownText() : "";
	}

	/** Shows a machine among those that its path matches, and selects it. */
	public void reveal(MachineTarget machine) {
		list.selectWhenFound(machine.machine().id());
		filter.setText(machine.path());
		list.control().setFocus();
	}

	private List<InventoryElement> selected() {
		return stack.shows(list.control()) ? list.selection() : stack.shows(tree.control()) ? tree.selection() : List.of();
	}

	@Override
	public void setFocus() {
		stack.setFocus();
	}

	@Override
	public void dispose() {
		inventories.removeListener(inventoryListener);
		worker.shutdownNow();
		super.dispose();
	}
}
