package org.palisade.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** Finds widgets as a user does: by the text on them or beside them. Only for the UI thread. */
final class Widgets {

	private Widgets() {
	}

	static <T extends Widget> List<T> all(Control root, Class<T> type) {
		List<T> found = new ArrayList<>();
		collect(root, type, found);
		return found;
	}

	private static <T extends Widget> void collect(Control control, Class<T> type, List<T> found) {
		if (type.isInstance(control)) {
			found.add(type.cast(control));
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				collect(child, type, found);
			}
		}
	}

	static <T extends Widget> T one(Control root, Class<T> type, Predicate<T> predicate) {
		List<T> found = all(root, type).stream().filter(predicate).toList();
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " of " + type.getSimpleName());
		}
		return found.get(0);
	}

	/** {@return the control that follows a label} */
	static <T extends Control> T beside(Control root, Class<T> type, String label) {
		Label title = one(root, Label.class, candidate -> candidate.getText().equals(label));
		Control[] siblings = title.getParent().getChildren();
		for (int i = 0; i < siblings.length - 1; i++) {
			if (siblings[i] == title) {
				return type.cast(siblings[i + 1] instanceof Composite composite && !type.isInstance(composite) ? composite.getChildren()[0] : siblings[i + 1]);
			}
		}
		throw new AssertionError(label);
	}

	static Button button(Control root, String text) {
		return one(root, Button.class, button -> button.getText().replace("&", "").equals(text));
	}

	static void click(Button button) {
		if (!button.isEnabled()) {
			throw new AssertionError(button.getText() + " is disabled");
		}
		if ((button.getStyle() & SWT.RADIO) != 0) {
			for (Control sibling : button.getParent().getChildren()) {
				if (sibling instanceof Button other && (other.getStyle() & SWT.RADIO) != 0) {
					other.setSelection(other == button);
				}
			}
		}
		button.notifyListeners(SWT.Selection, new Event());
	}

	/** {@return the titles of all shells that are shown, and what dialogs say} */
	static String describeShells() {
		return Stream.of(Ui.display().getShells()).filter(Shell::isVisible).map(Widgets::describe).collect(Collectors.joining(", "));
	}

	private static String describe(Shell shell) {
		String title = '"' + shell.getText() + '"';
		return shell.getParent() == null ? title
				: title + " (" + all(shell, Label.class).stream().map(Label::getText).filter(text -> !text.isBlank()).collect(Collectors.joining(" ")) + ")";
	}

	static Optional<Shell> shell(String title) {
		return Stream.of(Ui.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst();
	}
}
