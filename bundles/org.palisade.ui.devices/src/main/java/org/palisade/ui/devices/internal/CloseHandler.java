package org.palisade.ui.devices.internal;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;

/** Takes configurations off the view; the files stay. */
public final class CloseHandler extends RowHandler {

	@Override
	boolean makesSense(List<Row> rows) {
		return !rows.isEmpty();
	}

	@Override
	void run(ExecutionEvent event, List<Row> rows) {
		rows.stream().map(row -> row.configuration().file()).distinct().forEach(DevicesUi.devices()::close);
	}
}
