package org.palisade.ui.editor.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.ui.internal.Accessibility;

/** Takes the value of an option, by the control that fits it. A password can be typed, and is not shown. */
final class ValueField {

	private final PendingEdit pending;
	private final Consumer<String> commit;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final Text plain;
	private final Text secret;
	private final Combo choice;
	private Optional<OptionRow> row = Optional.empty();
	private boolean filling;

	/** @param commit takes a new value, empty to remove the option */
	ValueField(Composite parent, FormToolkit toolkit, PendingEdit pending, Consumer<String> commit) {
		this.pending = pending;
		this.commit = commit;
		Composite line = toolkit.createComposite(parent);
		GridLayout grid = new GridLayout(2, false);
		grid.marginWidth = 0;
		line.setLayout(grid);
		line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		ConfigurationPage.label(line, toolkit, Messages.value);
		stack = toolkit.createComposite(line);
		stack.setLayout(layout);
		stack.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		plain = createText(toolkit, SWT.NONE);
		secret = createText(toolkit, SWT.PASSWORD);
		secret.setMessage(Messages.secret_kept);
		choice = new Combo(stack, SWT.DROP_DOWN);
		choice.addModifyListener(event -> typed(choice::getText));
		choice.addFocusListener(FocusListener.focusLostAdapter(event -> pending.commit(false)));
		choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pending.commit(false)));
		choice.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> pending.commit(false)));
		toolkit.adapt(choice, true, false);
		List.of(plain, secret, choice).forEach(control -> Accessibility.name(control, Messages.value));
		show(Optional.empty());
	}

	private Text createText(FormToolkit toolkit, int style) {
		Text text = toolkit.createText(stack, "", SWT.SINGLE | SWT.BORDER | style);
		text.addModifyListener(event -> typed(text::getText));
		text.addFocusListener(FocusListener.focusLostAdapter(event -> pending.commit(false)));
		text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> pending.commit(false)));
		return text;
	}

	/** Shows the value of an option. */
	void show(Optional<OptionRow> next) {
		row = next;
		filling = true;
		List<String> choices = next.map(OptionRow::choices).orElse(List.of());
		layout.topControl = next.filter(OptionRow::isSecret).isPresent() ? secret : choices.isEmpty() ? plain : choice;
		List.of(plain, secret, choice).forEach(control -> control.setEnabled(next.isPresent()));
		String present = present();
		if (layout.topControl == choice) {
			List<String> items = new ArrayList<>(List.of(""));
			items.addAll(choices);
			choice.setItems(items.toArray(String[]::new));
			choice.setText(present);
		} else {
			plain.setText(layout.topControl == plain ? present : "");
			secret.setText("");
		}
		filling = false;
		stack.layout();
	}

	/** {@return what is shown: nothing of a secret} */
	private String present() {
		return row.filter(some -> !some.isSecret()).flatMap(OptionRow::option).map(ClusterOption::text).orElse("");
	}

	private void typed(Supplier<String> entered) {
		if (!filling && row.isPresent() && !entered.get().equals(present())) {
			pending.begin(() -> enter(entered.get()));
		}
	}

	private void enter(String entered) {
		if (row.isPresent() && !entered.equals(present())) {
			commit.accept(entered);
		}
	}
}
