package org.palisade.ui.devices.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.cluster.model.ConfigurationForm;

/** Writes the selected configuration in another form. */
public final class ExportHandler extends RowHandler {

	@Override
	boolean makesSense(List<Row> rows) {
		return rows.size() == 1 && rows.get(0).configuration().document().isPresent();
	}

	@Override
	void run(ExecutionEvent event, List<Row> rows) {
		ConfigurationForm form = rows.get(0).configuration().document().orElseThrow().configuration().form();
		new ConversionDialog(HandlerUtil.getActiveShell(event), rows.get(0).configuration().file(),
				form.isPacemaker() ? ConfigurationForm.CLUSTER_CONF : ConfigurationForm.CIB, Optional.empty()).open();
	}
}
