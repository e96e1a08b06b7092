package org.palisade.ui.editor.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.Severity;
import org.palisade.core.option.OptionCatalog;
import org.palisade.ui.editor.internal.text.Analysis;
import org.palisade.ui.editor.internal.text.ConfigurationModel;
import org.palisade.ui.editor.internal.text.Fixes;
import org.palisade.ui.internal.Accessibility;

/** The options of a device as the back ends declare them. No password is ever shown. */
final class OptionsPart {

	private static final int TABLE_HEIGHT = 160;
	private static final int MINIMUM_COLUMN = 60;
	private static final int DESCRIPTION_HEIGHT = 84;

	/** A change of an option: its row, and the new value, empty to remove it. */
	interface Setter {
		void set(OptionRow row, String value);
	}

	private final ConfigurationModel model;
	private final OptionCatalog catalog = ConfigurationModel.catalog();
	private final TableViewer table;
	private final Button all;
	private final Text description;
	private final ValueField value;
	private final Button script;
	private Optional<FenceDevice> device = Optional.empty();
	private List<Finding> findings = List.of();

	OptionsPart(Composite parent, FormToolkit toolkit, ConfigurationModel model, PendingEdit pending, Setter setter) {
		this.model = model;
		all = toolkit.createButton(parent, Messages.options_all, SWT.CHECK);
		all.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> fill()));
		table = createTable(parent, toolkit);
		description = toolkit.createText(parent, "", SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		Accessibility.name(description, Messages.option_description);
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.widthHint = MINIMUM_COLUMN;
		data.heightHint = DESCRIPTION_HEIGHT;
		description.setLayoutData(data);
		value = new ValueField(parent, toolkit, pending, entered -> selected().ifPresent(row -> setter.set(row, entered)));
		script = toolkit.createButton(parent, Messages.use_script, SWT.PUSH);
		script.setVisible(false);
		script.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected().ifPresent(this::useScript)));
		table.addSelectionChangedListener(event -> showSelected());
	}

	private TableViewer createTable(Composite parent, FormToolkit toolkit) {
		Composite frame = toolkit.createComposite(parent);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = TABLE_HEIGHT;
		frame.setLayoutData(data);
		TableColumnLayout layout = new TableColumnLayout();
		frame.setLayout(layout);
		TableViewer viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		toolkit.adapt(viewer.getTable(), true, true);
		viewer.getTable().setHeaderVisible(true);
		Accessibility.name(viewer.getTable(), Messages.options);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		addColumn(viewer, layout, Messages.option, new NameLabels());
		addColumn(viewer, layout, Messages.option_value, new ValueLabels());
		return viewer;
	}

	private static void addColumn(TableViewer viewer, TableColumnLayout layout, String title, ColumnLabelProvider labels) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
		column.getColumn().setText(title);
		column.setLabelProvider(labels);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(1, MINIMUM_COLUMN));
	}

	/** Shows the options of a device. */
	void show(Optional<FenceDevice> next, Analysis analysis) {
		device = next;
		findings = analysis.findings();
		fill();
	}

	private void fill() {
		Optional<String> before = selected().map(OptionRow::name);
		List<OptionRow> rows = device.map(some -> OptionRow.of(some, catalog, all.getSelection())).orElse(List.of());
		table.setInput(rows);
		rows.stream().filter(row -> before.filter(row.name()::equals).isPresent()).findFirst()
				.ifPresent(row -> table.setSelection(new StructuredSelection(row), true));
		showSelected();
	}

	private Optional<OptionRow> selected() {
		return table.getStructuredSelection().getFirstElement() instanceof OptionRow row ? Optional.of(row) : Optional.empty();
	}

	private void showSelected() {
		Optional<OptionRow> row = selected();
		String found = row.map(this::found).orElse(List.of()).stream().map(finding -> "\n" + finding.message() + ". " + finding.explanation())
				.collect(Collectors.joining());
		description.setText(row.map(OptionRow::description).orElse(Messages.option_select) + found);
		value.show(row);
		script.setVisible(row.map(this::found).orElse(List.of()).stream().anyMatch(OptionsPart::isClearText));
	}

	private List<Finding> found(OptionRow row) {
		return row.option().map(option -> findings.stream().filter(finding -> finding.where().equals(option.where())).toList()).orElse(List.of());
	}

	private static boolean isClearText(Finding finding) {
		return finding.id().equals("clear-text-password") && !finding.fixes().isEmpty();
	}

	private void useScript(OptionRow row) {
		found(row).stream().filter(OptionsPart::isClearText).findFirst().ifPresent(finding -> {
			Fixes.apply(model, finding, finding.fixes().get(0));
			table.setSelection(StructuredSelection.EMPTY);
			select(row.name() + "_script");
		});
	}

	private void select(String name) {
		for (Object row : (List<?>) table.getInput()) {
			if (row instanceof OptionRow option && option.name().equals(name)) {
				table.setSelection(new StructuredSelection(row), true);
			}
		}
	}

	/** The names, with what was found. */
	private final class NameLabels extends ColumnLabelProvider {

		@Override
		public String getText(Object element) {
			return ((OptionRow) element).name();
		}

		@Override
		public Image getImage(Object element) {
			List<Finding> some = found((OptionRow) element);
			if (some.isEmpty()) {
				return null;
			}
			boolean error = some.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
			return PlatformUI.getWorkbench().getSharedImages().getImage(error ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK);
		}
	}

	/** The values; defaults are grey. */
	private final class ValueLabels extends ColumnLabelProvider {

		@Override
		public String getText(Object element) {
			return ((OptionRow) element).shown();
		}

		@Override
		public Color getForeground(Object element) {
			return ((OptionRow) element).option().isPresent() ? null : table.getTable().getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
		}
	}
}
