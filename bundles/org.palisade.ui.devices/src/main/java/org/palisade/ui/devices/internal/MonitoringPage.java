package org.palisade.ui.devices.internal;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The preference page "Fence Devices". */
public final class MonitoringPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	/** The page. */
	public MonitoringPage() {
		super(GRID);
		setPreferenceStore(DevicesUi.instance().getPreferenceStore());
		setDescription(Messages.preferences_description);
	}

	@Override
	public void init(IWorkbench workbench) {
		// the preferences are all it needs
	}

	@Override
	protected void createFieldEditors() {
		addField(new BooleanFieldEditor(MonitoringDefaults.PERIODICALLY, Messages.preference_periodically, getFieldEditorParent()));
		IntegerFieldEditor interval = new IntegerFieldEditor(MonitoringDefaults.INTERVAL, Messages.preference_interval, getFieldEditorParent());
		interval.setValidRange(MonitoringDefaults.SHORTEST_SECONDS, MonitoringDefaults.LONGEST_SECONDS);
		addField(interval);
	}
}
