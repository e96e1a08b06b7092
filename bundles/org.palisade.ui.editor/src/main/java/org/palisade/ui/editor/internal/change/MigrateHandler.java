package org.palisade.ui.editor.internal.change;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ClusterMigration;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.OtherContent;
import org.palisade.cluster.model.TextEdit;
import org.palisade.ui.editor.internal.preview.ChangePreview;
import org.palisade.ui.editor.internal.text.ConfigurationModel;

/** Brings what is open over from the agents that Palisade replaces, after showing what changes. */
public final class MigrateHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		ConfigurationModel model = OpenModel.of(event);
		Shell shell = HandlerUtil.getActiveShell(event);
		model.analysis().document().ifPresentOrElse(document -> migrate(shell, model, document),
				() -> MessageDialog.openError(shell, Messages.migrate_title, Messages.unreadable));
		return null;
	}

	private static void migrate(Shell shell, ConfigurationModel model, ClusterDocument document) {
		ClusterMigration migration = ClusterMigration.of(document);
		// The version grows when it is saved.
		List<TextEdit> version = document.editor().versionEdits();
		List<TextEdit> edits = migration.edits().stream().filter(edit -> !version.contains(edit)).toList();
		if (edits.isEmpty()) {
			MessageDialog.openInformation(shell, Messages.migrate_title, Messages.nothing_to_migrate);
			return;
		}
		try {
			List<String> notes = migration.notes().stream().map(OtherContent::description).toList();
			ChangePreview.Change change = new ChangePreview.Change(Messages.migrate_title, Messages.migrate_message, Messages.migrate_button, document.maskedText(),
					document.with(edits).maskedText(), notes);
			if (new ChangePreview(shell, change).open() == Window.OK) {
				model.apply(edits);
			}
		} catch (ClusterSyntaxException e) {
			MessageDialog.openError(shell, Messages.migrate_title, e.getMessage());
		}
	}
}
