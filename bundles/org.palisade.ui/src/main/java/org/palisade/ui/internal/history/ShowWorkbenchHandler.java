package org.palisade.ui.internal.history;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the operations of this workbench again. */
public final class ShowWorkbenchHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof HistoryView view) {
			view.showOperationsOfThisWorkbench();
		}
		return null;
	}
}
