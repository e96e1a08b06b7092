package org.palisade.ui.editor.internal.change;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a configuration that the user chooses. */
public final class OpenConfigurationHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
		dialog.setText(Messages.open_title);
		String chosen = dialog.open();
		if (chosen != null) {
			OpenFile.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), Path.of(chosen));
		}
		return null;
	}
}
