package org.palisade.ui.devices.internal;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;

/** A command on the selected rows. */
abstract class RowHandler extends AbstractHandler {

	private static List<Row> rows(Object evaluationContext) {
		Object selection = evaluationContext instanceof IEvaluationContext context ? context.getVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME) : null;
		return selection instanceof IStructuredSelection structured
				? Stream.of(structured.toArray()).filter(Row.class::isInstance).map(Row.class::cast).toList()
				: List.of();
	}

	@Override
	public final void setEnabled(Object evaluationContext) {
		setBaseEnabled(makesSense(rows(evaluationContext)));
	}

	@Override
	public final Object execute(ExecutionEvent event) throws ExecutionException {
		List<Row> rows = rows(event.getApplicationContext());
		if (makesSense(rows)) {
			run(event, rows);
		}
		return null;
	}

	abstract boolean makesSense(List<Row> rows);

	abstract void run(ExecutionEvent event, List<Row> rows) throws ExecutionException;
}
