package org.palisade.ui.internal.preference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.PowerOperation;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.ui.internal.PalisadeUi;

/** The back ends that are installed, with the options that each declares. What is entered holds for all connections of that back end. */
public final class BackEndsPage extends TablePage {

	private static final int FIELDS_HEIGHT = 130;

	private final List<FenceBackEnd> backEnds = PalisadeUi.instance().service(BackEndRegistry.class).installed().all().stream()
			.sorted(Comparator.comparing(FenceBackEnd::type)).toList();
	/** What was entered and is not applied yet, by the keys of the store. */
	private final Map<String, String> entered = new TreeMap<>();
	private ScrolledComposite scrolled;
	private Table table;

	/** A page with the back ends that are installed now. */
	public BackEndsPage() {
		super(Messages.back_ends_description);
	}

	@Override
	void fill(Composite contents) {
		table = table(contents, Messages.back_ends_accessible, Messages.back_ends_type, Messages.back_ends_operations, Messages.back_ends_summary);
		for (FenceBackEnd backEnd : backEnds) {
			String operations = backEnd.operations().stream().sorted().map(BackEndsPage::word).reduce((one, other) -> NLS.bind(Messages.back_ends_and, one, other))
					.orElse("");
			new TableItem(table, SWT.NONE).setText(new String[] { backEnd.type(), operations, backEnd.summary() });
			backEnd.options().forEach(option -> entered.put(FencingPreferences.key(backEnd, option),
					FencingPreferences.store().getString(FencingPreferences.key(backEnd, option))));
		}
		pack(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showOptions()));
		scrolled = new ScrolledComposite(contents, SWT.V_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, FIELDS_HEIGHT).applyTo(scrolled);
		table.select(0);
		showOptions();
	}

	private static String word(PowerOperation operation) {
		return switch (operation) {
			case ON -> Messages.operation_on;
			case OFF -> Messages.operation_off;
			case CYCLE -> Messages.operation_cycle;
		};
	}

	private void showOptions() {
		Composite fields = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(fields);
		if (table.getSelectionIndex() >= 0) {
			FenceBackEnd backEnd = backEnds.get(table.getSelectionIndex());
			List<OptionDeclaration> options = backEnd.options().stream().filter(FencingPreferences::canBePreferred).toList();
			options.forEach(option -> field(fields, backEnd, option));
			if (options.isEmpty()) {
				new Label(fields, SWT.NONE).setText(Messages.back_ends_no_options);
			}
		}
		if (scrolled.getContent() != null) {
			scrolled.getContent().dispose();
		}
		scrolled.setContent(fields);
		scrolled.setMinHeight(fields.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
	}

	private void field(Composite parent, FenceBackEnd backEnd, OptionDeclaration option) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(option.name());
		label.setToolTipText(option.description());
		Text text = new Text(parent, SWT.BORDER);
		text.setText(entered.get(FencingPreferences.key(backEnd, option)));
		text.setMessage(option.defaultValue().orElse(option.description()));
		text.setToolTipText(option.description());
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, SWT.DEFAULT).applyTo(text);
		text.addModifyListener(event -> entered.put(FencingPreferences.key(backEnd, option), text.getText().strip()));
	}

	@Override
	protected void performDefaults() {
		entered.replaceAll((key, value) -> "");
		showOptions();
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		entered.forEach(FencingPreferences.store()::setValue);
		return true;
	}
}
