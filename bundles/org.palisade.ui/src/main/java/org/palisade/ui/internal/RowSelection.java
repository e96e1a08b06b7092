package org.palisade.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What is selected among the rows of a view, for commands and other views. Only for the UI thread. */
public final class RowSelection implements ISelectionProvider {

	private final Supplier<? extends List<?>> selected;
	private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
	private List<?> told = List.of();

	/** @param selected what the selected rows show */
	public RowSelection(Supplier<? extends List<?>> selected) {
		this.selected = selected;
	}

	/** Tells the listeners if something else is selected, or something else is known of it. */
	public void changed() {
		List<?> now = selected.get();
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
