package org.palisade.ui.editor.internal.form;

import java.util.List;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.palisade.ui.editor.internal.text.SourceEditor;

/** Makes the commands of the workbench those of the text: undo and redo on each page, the others where the text is seen. */
public final class ClusterConfContributor extends MultiPageEditorActionBarContributor {

	private static final List<String> EVERYWHERE = List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId());
	private static final List<String> IN_TEXT = List.of(ActionFactory.CUT.getId(), ActionFactory.COPY.getId(), ActionFactory.PASTE.getId(),
			ActionFactory.DELETE.getId(), ActionFactory.SELECT_ALL.getId(), ActionFactory.FIND.getId());

	private ClusterConfEditor editor;

	@Override
	public void setActiveEditor(IEditorPart part) {
		editor = part instanceof ClusterConfEditor active ? active : null;
		super.setActiveEditor(part);
	}

	@Override
	public void setActivePage(IEditorPart page) {
		IActionBars bars = getActionBars();
		if (bars == null || editor == null) {
			return;
		}
		EVERYWHERE.forEach(id -> bars.setGlobalActionHandler(id, editor.source().getAction(id)));
		IN_TEXT.forEach(id -> bars.setGlobalActionHandler(id, page instanceof SourceEditor text ? text.getAction(id) : null));
		bars.updateActionBars();
	}
}
