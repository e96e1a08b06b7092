package org.palisade.ui.internal.inventory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What is selected in the view, for commands and other views. Only for the UI thread. */
final class InventorySelection implements ISelectionProvider {

	private final Supplier<List<InventoryElement>> selected;
	private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
	private List<InventoryElement> told = List.of();

	InventorySelection(Supplier<List<InventoryElement>> selected) {
		this.selected = selected;
	}

	/** Tells the listeners if something else is selected, or something else is known of it. */
	void changed() {
		List<InventoryElement> now = selected.get();
		if (!now.equals(told)) {
			told = now;
			SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
			listeners.forEach(listener -> listener.selectionChanged(event));
		}
	}

	@Override
	public ISelection getSelection() {
		return new StructuredSelection(told);
	}

	/** The rows are virtual, and none is selected but by the user. */
	@Override
	public void setSelection(ISelection selection) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}
}
