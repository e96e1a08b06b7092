package org.palisade.ui.devices.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.devices.DeviceConfiguration;

/** Replaces the selected configuration by one of another file, in the form of the former. */
public final class ImportHandler extends RowHandler {

	/** What {@code pcs stonith config} prints is read by nobody; it is nothing to import into. */
	@Override
	boolean makesSense(List<Row> rows) {
		return rows.size() == 1 && rows.get(0).configuration().document()
				.filter(document -> document.configuration().form() != ConfigurationForm.PCS_CONFIG).isPresent();
	}

	@Override
	void run(ExecutionEvent event, List<Row> rows) {
		FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
		dialog.setText(Messages.title_import);
		String chosen = dialog.open();
		if (chosen != null) {
			preview(HandlerUtil.getActiveShell(event), Path.of(chosen), rows.get(0).configuration());
		}
	}

	/** Shows what would take the place of a configuration that can be read, and replaces it when the user agrees. Returns when the dialog is closed. */
	public static void preview(Shell parent, Path source, DeviceConfiguration replaced) {
		new ConversionDialog(parent, source, replaced.document().orElseThrow().configuration().form(), Optional.of(replaced.file())).open();
	}
}
