package org.palisade.ui.editor.internal.change;

import java.util.NoSuchElementException;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.palisade.ui.editor.internal.text.ConfigurationModel;

/** Finds what the active editor edits. The commands are enabled for our editors alone. */
final class OpenModel {

	private OpenModel() {
	}

	static ConfigurationModel of(ExecutionEvent event) {
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		ConfigurationModel model = editor == null ? null : editor.getAdapter(ConfigurationModel.class);
		if (model == null) {
			throw new NoSuchElementException(Messages.no_editor);
		}
		return model;
	}
}
