package org.palisade.ui.editor.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** Some labelled fields. What is entered holds when the field is left, or by Enter. */
final class Fields {

	/**
	 * A field.
	 *
	 * @param label what stands beside it
	 * @param value what it shows
	 * @param choices what can be chosen; anything else can be typed as well, and where it is empty all is typed
	 * @param commit takes what was entered, which differs from what was shown
	 */
	record Field(String label, String value, List<String> choices, Consumer<String> commit) {
	}

	private final Composite parent;
	private final FormToolkit toolkit;
	private final PendingEdit pending;
	private final List<Control> controls = new ArrayList<>();
	private List<Field> fields = List.of();
	private boolean filling;

	Fields(Composite parent, FormToolkit toolkit, PendingEdit pending) {
		this.pending = pending;
		this.parent = toolkit.createComposite(parent);
		this.toolkit = toolkit;
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 2;
		this.parent.setLayout(layout);
		this.parent.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
	}

	/** Shows these fields. Controls of fields with the same labels stay, so that the focus stays too. */
	void show(List<Field> next) {
		boolean same = next.stream().map(Field::label).toList().equals(fields.stream().map(Field::label).toList());
		fields = List.copyOf(next);
		if (!same) {
			create();
		}
		filling = true;
		for (int i = 0; i < fields.size(); i++) {
			fill(controls.get(i), fields.get(i));
		}
		filling = false;
	}

	/** Puts the focus into the first field and selects what is in it. */
	void focus() {
		if (!controls.isEmpty()) {
			controls.get(0).setFocus();
			if (controls.get(0) instanceof Text text) {
				text.selectAll();
			}
		}
	}

	private void create() {
		for (Control child : parent.getChildren()) {
			child.dispose();
		}
		controls.clear();
		for (int i = 0; i < fields.size(); i++) {
			ConfigurationPage.label(parent, toolkit, fields.get(i).label());
			Control control = fields.get(i).choices().isEmpty() ? createText(i) : createCombo(i);
			control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
			controls.add(control);
		}
		parent.getParent().layout(true, true);
	}

	private Text createText(int index) {
		Text text = toolkit.createText(parent, "", SWT.SINGLE | SWT.BORDER);
		text.addModifyListener(event -> typed(index, text::getText));
		text.addFocusListener(FocusListener.focusLostAdapter(event -> pending.commit(false)));
		text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> pending.commit(false)));
		return text;
	}

	private Combo createCombo(int index) {
		Combo combo = new Combo(parent, SWT.DROP_DOWN);
		toolkit.adapt(combo, true, false);
		combo.addModifyListener(event -> typed(index, combo::getText));
		combo.addFocusListener(FocusListener.focusLostAdapter(event -> pending.commit(false)));
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pending.commit(false)));
		combo.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> pending.commit(false)));
		return combo;
	}

	private void typed(int index, Supplier<String> entered) {
		if (!filling && !entered.get().equals(fields.get(index).value())) {
			Field field = fields.get(index);
			pending.begin(() -> commit(field, entered.get()));
		}
	}

	private static void commit(Field field, String entered) {
		if (!entered.equals(field.value())) {
			field.commit().accept(entered);
		}
	}

	private static void fill(Control control, Field field) {
		if (control instanceof Combo combo) {
			if (!List.of(combo.getItems()).equals(field.choices())) {
				String shown = combo.getText();
				combo.setItems(field.choices().toArray(String[]::new));
				combo.setText(shown);
			}
			if (!combo.getText().equals(field.value())) {
				combo.setText(field.value());
			}
		} else if (control instanceof Text text && !text.getText().equals(field.value())) {
			text.setText(field.value());
		}
	}
}
