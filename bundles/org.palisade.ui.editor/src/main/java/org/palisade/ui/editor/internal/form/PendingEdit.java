package org.palisade.ui.editor.internal.form;

import org.eclipse.ui.forms.AbstractFormPart;

/** What is being typed into a field: the editor has something to save at once, and saving takes it over although the field was not left. */
final class PendingEdit extends AbstractFormPart {

	private Runnable takeOver;

	/** Notes that a field differs from the text. */
	void begin(Runnable takeOverField) {
		takeOver = takeOverField;
		markDirty();
	}

	@Override
	public void commit(boolean onSave) {
		Runnable begun = takeOver;
		takeOver = null;
		super.commit(onSave);
		if (begun != null) {
			begun.run();
			getManagedForm().dirtyStateChanged();
		}
	}
}
