package org.palisade.ui.internal.history;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens an audit file of an agent in the view. */
public final class OpenAuditFileHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
		dialog.setText(Messages.open_title);
		String path = dialog.open();
		if (path != null && HandlerUtil.getActivePart(event) instanceof HistoryView view) {
			view.open(Path.of(path));
		}
		return null;
	}
}
