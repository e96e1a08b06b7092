package org.palisade.ui.tests;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;

/** Finds controls that a screen reader could only call "text" or "table". Only for the UI thread. */
final class AccessibleNames {

	private AccessibleNames() {
	}

	/** {@return the controls below one that have no name} */
	static List<String> missing(Control root) {
		List<String> missing = new ArrayList<>();
		collect(root, missing);
		return missing;
	}

	private static void collect(Control control, List<String> missing) {
		if (needsName(control) && !isLabelled(control) && ownName(control).isBlank()) {
			missing.add(control.toString() + " in " + control.getParent());
		}
		if (control instanceof ToolBar bar) {
			for (ToolItem item : bar.getItems()) {
				boolean silent = (item.getStyle() & SWT.SEPARATOR) != 0;
				if (!silent && item.getText().isBlank() && (item.getToolTipText() == null || item.getToolTipText().isBlank())) {
					missing.add(item.toString());
				}
			}
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				collect(child, missing);
			}
		}
	}

	private static boolean needsName(Control control) {
		if (control instanceof Button button) {
			return button.getText().isBlank();
		}
		if (control instanceof Link link) {
			return link.getText().isBlank();
		}
		if (control instanceof Text text && (text.getStyle() & SWT.READ_ONLY) != 0) {
			// What it says is read to the user.
			return text.getText().isBlank();
		}
		return control instanceof Text || control instanceof Combo || control instanceof Spinner || control instanceof Table || control instanceof Tree
				|| control.getClass() != Canvas.class && control instanceof Canvas && ours(control);
	}

	private static boolean ours(Control control) {
		return control.getClass().getName().startsWith("org.palisade.") && !(control instanceof ScrolledComposite);
	}

	/** SWT tells a screen reader that a label names the control behind it. */
	private static boolean isLabelled(Control control) {
		Control[] siblings = control.getParent().getChildren();
		for (int i = 1; i < siblings.length; i++) {
			if (siblings[i] == control) {
				return siblings[i - 1] instanceof Label label && !label.getText().isBlank()
						|| siblings[i - 1] instanceof CLabel other && other.getText() != null && !other.getText().isBlank();
			}
		}
		return false;
	}

	/** {@return what a control tells a screen reader of itself} */
	static String ownName(Control control) {
		AccessibleEvent event = new AccessibleEvent(control);
		event.childID = ACC.CHILDID_SELF;
		listeners(control.getAccessible()).forEach(listener -> listener.getName(event));
		return event.result == null ? "" : event.result;
	}

	/** SWT tells the platform, and nobody else. */
	private static List<AccessibleListener> listeners(Accessible accessible) {
		try {
			Field field = Accessible.class.getDeclaredField("accessibleListeners");
			field.setAccessible(true);
			List<AccessibleListener> listeners = new ArrayList<>();
			if (field.get(accessible) instanceof Iterable<?> all) {
				all.forEach(listener -> listeners.add((AccessibleListener) listener));
			}
			return listeners;
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}
}
