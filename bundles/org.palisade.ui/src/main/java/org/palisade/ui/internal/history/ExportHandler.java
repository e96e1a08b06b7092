package org.palisade.ui.internal.history;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Exports what the view shows as comma-separated values. */
public final class ExportHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
		dialog.setText(Messages.export_title);
		dialog.setFileName("fence-history.csv");
		dialog.setOverwrite(true);
		String path = dialog.open();
		if (path != null && HandlerUtil.getActivePart(event) instanceof HistoryView view) {
			view.export(Path.of(path));
		}
		return null;
	}
}
