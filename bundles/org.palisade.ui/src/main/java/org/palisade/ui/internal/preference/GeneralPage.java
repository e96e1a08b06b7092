package org.palisade.ui.internal.preference;

import org.eclipse.jface.preference.BooleanFieldEditor;

/** General preferences. */
public final class GeneralPage extends FieldsPage {

	private static final int LONGEST_NOTIFICATION = 600;

	/** A page with what is preferred now. */
	public GeneralPage() {
		setDescription(Messages.general_description);
	}

	@Override
	protected void createFieldEditors() {
		addField(new BooleanFieldEditor(FencingPreferences.NOTIFY, Messages.general_notify, getFieldEditorParent()));
		addNumber(FencingPreferences.NOTIFY_SECONDS, Messages.general_notify_seconds, 1, LONGEST_NOTIFICATION);
	}
}
