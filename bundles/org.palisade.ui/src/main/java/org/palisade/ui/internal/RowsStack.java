package org.palisade.ui.internal;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;

/** What a view of rows is made of: one of several controls at a time, and a line below that sums it up. Only for the UI thread. */
public final class RowsStack {

	private final Composite parent;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final Label summary;

	/** Takes the room of a view that is left below what is in it already. */
	public RowsStack(Composite parent) {
		this.parent = parent;
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
		stack = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		stack.setLayout(layout);
		summary = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(summary);
	}

	/** {@return what the controls are made in} */
	public Composite control() {
		return stack;
	}

	/** Gives the rows a context menu, and the view what it selects, its keys and its help. */
	public void register(IWorkbenchPartSite site, RowSelection selection, String help, Control... rows) {
		MenuManager menu = new MenuManager();
		for (Control control : rows) {
			control.setMenu(menu.createContextMenu(control));
		}
		site.registerContextMenu(menu, selection);
		site.setSelectionProvider(selection);
		site.getService(IContextService.class).activateContext(Commands.CONTEXT);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, help);
	}

	/** {@return whether a control is the one that is shown} */
	public boolean shows(Control control) {
		return layout.topControl == control;
	}

	/** Shows a control. Who uses the keys goes on there when the former one had the focus. {@return whether it was another one before} */
	public boolean show(Control control) {
		if (shows(control)) {
			return false;
		}
		boolean focus = hasFocus();
		layout.topControl = control;
		stack.layout();
		if (focus) {
			control.setFocus();
		}
		return true;
	}

	private boolean hasFocus() {
		Control focus = layout.topControl == null ? null : stack.getDisplay().getFocusControl();
		while (focus != null && focus != layout.topControl) {
			focus = focus.getParent();
		}
		return focus != null;
	}

	/** Writes the line below. */
	public void sumUp(String text) {
		summary.setText(text);
	}

	/** Gives what is shown the focus. */
	public void setFocus() {
		if (layout.topControl != null) {
			layout.topControl.setFocus();
		}
	}

	/** {@return whether the view is closed} */
	public boolean isDisposed() {
		return stack.isDisposed();
	}
}
