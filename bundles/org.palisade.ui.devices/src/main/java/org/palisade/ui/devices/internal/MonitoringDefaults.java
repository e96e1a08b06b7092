package org.palisade.ui.devices.internal;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.osgi.service.prefs.Preferences;

/** What holds until the user says otherwise: nothing is looked at unasked. */
public final class MonitoringDefaults extends AbstractPreferenceInitializer {

	/** Whether to look at all devices again and again. */
	static final String PERIODICALLY = "monitorPeriodically";
	/** How long to wait in between, in seconds. */
	static final String INTERVAL = "monitorInterval";
	/** The shortest interval: each look is a log-in at the server. */
	static final int SHORTEST_SECONDS = 10;
	/** The longest interval: a day. */
	static final int LONGEST_SECONDS = 86_400;

	/** Pacemaker's own monitor is usually asked every minute, by each cluster; this one is in addition. */
	private static final int INTERVAL_SECONDS = 300;

	@Override
	public void initializeDefaultPreferences() {
		Preferences defaults = DefaultScope.INSTANCE.getNode(DevicesUi.ID);
		defaults.putBoolean(PERIODICALLY, false);
		defaults.putInt(INTERVAL, INTERVAL_SECONDS);
	}
}
