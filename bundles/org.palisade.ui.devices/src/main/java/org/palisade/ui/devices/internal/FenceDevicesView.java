package org.palisade.ui.devices.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ResourceTransfer;
import org.eclipse.ui.part.ViewPart;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.FenceDevices;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.EmptyState;
import org.palisade.ui.internal.Help;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.RowSelection;
import org.palisade.ui.internal.RowsStack;
import org.palisade.ui.internal.inventory.Inventories;

/** The view "Fence Devices". */
public final class FenceDevicesView extends ViewPart {

	/** The id under which it is registered. */
	public static final String ID = "org.palisade.ui.devices";

	/** News are gathered for so long before they are shown. */
	private static final int GATHER_MILLISECONDS = 300;

	private final FenceDevices devices = DevicesUi.devices();
	private final Inventories inventories = PalisadeUi.instance().inventories();
	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(FenceDevicesView::thread);
	private final AtomicBoolean refreshDue = new AtomicBoolean();
	private final Runnable listener = this::refreshSoon;
	private final RowSelection selection = new RowSelection(this::selectedRows);
	private final PeriodicMonitoring periodic = new PeriodicMonitoring(devices);

	private Display display;
	private RowsStack stack;
	private Control empty;
	private DevicesTree tree;

	private static Thread thread(Runnable run) {
		Thread thread = new Thread(run, "Fence Devices");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		stack = new RowsStack(parent);
		empty = EmptyState.create(stack.control(), Messages.empty_title, new EmptyState.Step(Messages.empty_open, DeviceCommands.OPEN));
		tree = new DevicesTree(stack.control());
		tree.control().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selection.changed()));
		tree.control().addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> open()));
		stack.show(empty);
		stack.register(getSite(), selection, Help.DEVICES, tree.control());
		selection.addSelectionChangedListener(event -> tellWarning());
		acceptFiles(stack.control());
		devices.addListener(listener);
		inventories.addListener(listener);
		periodic.start();
		refreshSoon();
	}

	private void acceptFiles(Control control) {
		DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance(), ResourceTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				// A move would have the source remove its file.
				event.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent event) {
				dropped(event.data);
			}
		});
	}

	private static void dropped(Object data) {
		if (data instanceof String[] paths) {
			OpenJob.open(Stream.of(paths).map(Path::of).toList());
		} else if (data instanceof Object[] resources) {
			OpenJob.open(OpenSelectedHandler.files(List.of(resources)));
		}
	}

	private List<Row> selectedRows() {
		return stack.shows(tree.control()) ? tree.selection() : List.of();
	}

	/** The status line has more room than the column. */
	private void tellWarning() {
		List<Row> selected = selectedRows();
		String warning = selected.size() == 1 ? DeviceTexts.shownWarning(selected.get(0)) : "";
		Image image = warning.isEmpty() ? null : PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK);
		getViewSite().getActionBars().getStatusLineManager().setMessage(image, warning.isEmpty() ? null : warning);
	}

	/** A double click opens the file of a cluster, and shows the machine of whatever is below it. */
	private void open() {
		boolean cluster = tree.selection().stream().allMatch(Row.ClusterRow.class::isInstance);
		Commands.run(cluster ? DeviceCommands.EDIT : DeviceCommands.REVEAL);
	}

	/** For any thread. */
	private void refreshSoon() {
		if (!worker.isShutdown() && refreshDue.compareAndSet(false, true)) {
			worker.schedule(this::compute, GATHER_MILLISECONDS, TimeUnit.MILLISECONDS);
		}
	}

	private void compute() {
		refreshDue.set(false);
		List<Row.ClusterRow> rows = Rows.compute(devices);
		if (!display.isDisposed()) {
			display.asyncExec(() -> show(rows));
		}
	}

	private void show(List<Row.ClusterRow> rows) {
		if (stack.isDisposed()) {
			return;
		}
		tree.set(rows);
		stack.show(rows.isEmpty() ? empty : tree.control());
		stack.sumUp(rows.isEmpty() ? "" : summary(rows));
		selection.changed();
	}

	private static String summary(List<Row.ClusterRow> rows) {
		List<Row.DeviceRow> all = rows.stream().flatMap(row -> row.devices().stream()).toList();
		long failing = all.stream().filter(row -> row.health().isFailing()).count();
		long warnings = all.stream().filter(row -> !DeviceTexts.warnings(row).isEmpty()).count();
		return NLS.bind(Messages.summary, new Object[] { rows.size(), all.size(), failing, warnings });
	}

	/** {@return the devices that are selected, or all when nothing is} */
	List<ConfiguredDevice> selectedOrAll() {
		List<Row> selected = selectedRows();
		if (selected.isEmpty()) {
			return devices.configurations().stream().flatMap(configuration -> configuration.devices().stream()).toList();
		}
		return selected.stream().flatMap(row -> row.devices().stream()).map(Row.DeviceRow::device).distinct().toList();
	}

	@Override
	public void setFocus() {
		stack.setFocus();
	}

	@Override
	public void dispose() {
		periodic.stop();
		devices.removeListener(listener);
		inventories.removeListener(listener);
		worker.shutdownNow();
		super.dispose();
	}
}
