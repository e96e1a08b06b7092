package org.palisade.ui.internal.preference;

import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.palisade.ui.internal.Help;

/** A page of simple fields. */
abstract class FieldsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	FieldsPage() {
		super(GRID);
		setPreferenceStore(FencingPreferences.store());
	}

	@Override
	public final void init(IWorkbench workbench) {
		// everything is in the store
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(getControl(), Help.PREFERENCES);
	}

	final void addNumber(String key, String label, int least, int most) {
		IntegerFieldEditor editor = new IntegerFieldEditor(key, label, getFieldEditorParent());
		editor.setValidRange(least, most);
		addField(editor);
	}
}
