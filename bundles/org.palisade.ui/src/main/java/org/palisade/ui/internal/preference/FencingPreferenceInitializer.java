package org.palisade.ui.internal.preference;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.jface.preference.IPreferenceStore;
import org.palisade.connections.Timeouts;

/** What is preferred as long as the user has said nothing. */
public final class FencingPreferenceInitializer extends AbstractPreferenceInitializer {

	private static final int NOTIFY_SECONDS = 6;

	@Override
	public void initializeDefaultPreferences() {
		IPreferenceStore store = FencingPreferences.store();
		store.setDefault(FencingPreferences.NOTIFY, true);
		store.setDefault(FencingPreferences.NOTIFY_SECONDS, NOTIFY_SECONDS);
		store.setDefault(FencingPreferences.LOGIN_TIMEOUT, Timeouts.DEFAULT.login());
		store.setDefault(FencingPreferences.ANSWER_TIMEOUT, Timeouts.DEFAULT.answer());
		store.setDefault(FencingPreferences.POWER_TIMEOUT, Timeouts.DEFAULT.power());
		store.setDefault(FencingPreferences.LOOK_UP_CACHE, true);
	}
}
