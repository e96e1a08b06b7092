package org.palisade.ui.internal.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.palisade.operations.HistoryCsv;
import org.palisade.operations.HistoryEntry;
import org.palisade.operations.OperationHistory;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.Help;
import org.palisade.ui.internal.PalisadeUi;

/** The view "Fence History": the operations of this workbench, or those in an audit file of the agent that was opened. */
public final class HistoryView extends ViewPart {

	/** The id under which it is registered. */
	public static final String ID = "org.palisade.ui.history";

	private final OperationHistory history = PalisadeUi.instance().history();
	private final OperationHistory.Listener listener = entry -> later(this::refresh);

	private Display display;
	private Label source;
	private Text filter;
	private HistoryTable table;
	private HistoryDetail detail;
	/** The entries of the file that was opened; empty while those of this workbench are shown. */
	private Optional<List<HistoryEntry>> opened = Optional.empty();

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
		filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.filter_hint);
		Accessibility.name(filter, Messages.filter_accessible);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		filter.addModifyListener(event -> refresh());
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		table = new HistoryTable(sash);
		detail = new HistoryDetail(sash);
		sash.setWeights(3, 2);
		table.control().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> detail.show(table.selected())));
		getViewSite().getActionBars().getMenuManager().add(table.sort().menu());
		source = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(source);
		history.addListener(listener);
		getSite().getService(IContextService.class).activateContext(Commands.CONTEXT);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, Help.HISTORY);
		showOperationsOfThisWorkbench();
	}

	/** Shows what was carried out here. */
	public void showOperationsOfThisWorkbench() {
		opened = Optional.empty();
		refresh();
	}

	/** Reads an audit file, in the background, and shows it. */
	public void open(Path file) {
		IJobFunction work = monitor -> read(file);
		Job.create(NLS.bind(Messages.opening, file), work).schedule();
	}

	private IStatus read(Path file) {
		try {
			List<HistoryEntry> entries = OperationHistory.read(file);
			later(() -> show(file, entries));
			return Status.OK_STATUS;
		} catch (IOException e) {
			return PalisadeUi.error(NLS.bind(Messages.unreadable, file), e);
		}
	}

	private void show(Path file, List<HistoryEntry> entries) {
		opened = Optional.of(entries);
		refresh();
		setContentDescription(NLS.bind(Messages.of_file, file));
	}

	/** Writes what is shown as comma-separated values, in the background. */
	public void export(Path file) {
		String text = HistoryCsv.of(table.entries());
		IJobFunction work = monitor -> write(file, text);
		Job.create(NLS.bind(Messages.exporting, file), work).schedule();
	}

	private static IStatus write(Path file, String text) {
		try {
			Files.writeString(file, text, StandardCharsets.UTF_8);
			return Status.OK_STATUS;
		} catch (IOException e) {
			return PalisadeUi.error(NLS.bind(Messages.unwritable, file), e);
		}
	}

	private void later(Runnable action) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!source.isDisposed()) {
					action.run();
				}
			});
		}
	}

	private void refresh() {
		List<HistoryEntry> all = opened.orElseGet(history::entries);
		List<HistoryEntry> shown = new ArrayList<>(all);
		String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
		if (!wanted.isEmpty()) {
			shown.removeIf(entry -> !HistoryTexts.contain(entry, wanted));
		}
		table.show(shown);
		detail.show(table.selected());
		source.setText(all.isEmpty() ? Messages.empty : NLS.bind(Messages.shown, shown.size(), all.size()));
		if (opened.isEmpty()) {
			setContentDescription("");
		}
	}

	@Override
	public void setFocus() {
		table.control().setFocus();
	}

	@Override
	public void dispose() {
		history.removeListener(listener);
		super.dispose();
	}
}
