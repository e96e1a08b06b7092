package org.palisade.ui.internal.connection;

import java.util.Optional;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.palisade.connections.Timeouts;
import org.palisade.ui.internal.Accessibility;

/**
 * Makes the widgets of a form.
 *
 * @param changed told of every change by the user
 */
record FormWidgets(Runnable changed) {

	static Group group(Composite parent, String title, int columns) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(title);
		GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
		return group;
	}

	static void label(Composite parent, String text) {
		new Label(parent, SWT.NONE).setText(text);
	}

	/** {@return a field behind a label} */
	Text text(Composite parent, String title, String hint, int style) {
		label(parent, title);
		Text text = new Text(parent, style);
		text.setMessage(hint);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		text.addModifyListener(event -> changed.run());
		return text;
	}

	/** {@return a field for the path of a file, with a button to look for one} */
	Text fileField(Composite parent, String title) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		Text text = new Text(composite, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		Accessibility.name(text, LegacyActionTools.removeMnemonics(title));
		text.addModifyListener(event -> changed.run());
		Button browse = new Button(composite, SWT.PUSH);
		browse.setText(Messages.browse);
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> Optional.ofNullable(new FileDialog(composite.getShell(), SWT.OPEN).open()).ifPresent(text::setText)));
		return text;
	}

	/** Enables a field for a file with its button, or disables both. */
	static void enableFileField(Text field, boolean enabled) {
		for (Control control : field.getParent().getChildren()) {
			control.setEnabled(enabled);
		}
	}

	/**
	 * {@return one of several choices}
	 *
	 * @param chosen told before {@link #changed} that the choice is another one
	 */
	Button radio(Composite parent, String title, Runnable chosen) {
		Button button = new Button(parent, SWT.RADIO);
		button.setText(title);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			chosen.run();
			changed.run();
		}));
		return button;
	}

	/** {@return a field for seconds behind a label} */
	Spinner seconds(Composite parent, String title, int value) {
		label(parent, title);
		Spinner spinner = new Spinner(parent, SWT.BORDER);
		spinner.setValues(value, 0, Timeouts.LONGEST, 0, 1, 10);
		spinner.addModifyListener(event -> changed.run());
		return spinner;
	}
}
