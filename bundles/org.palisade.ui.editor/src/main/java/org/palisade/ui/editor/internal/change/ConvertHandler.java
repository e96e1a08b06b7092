package org.palisade.ui.editor.internal.change;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.ui.editor.internal.text.ConfigurationModel;

/** Says what is open in another form. */
public final class ConvertHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		ConfigurationModel model = OpenModel.of(event);
		Shell shell = HandlerUtil.getActiveShell(event);
		model.analysis().document().ifPresentOrElse(
				document -> new ConvertDialog(shell, document, HandlerUtil.getActiveWorkbenchWindow(event).getActivePage()).open(),
				() -> MessageDialog.openError(shell, Messages.convert_title, Messages.unreadable));
		return null;
	}
}
