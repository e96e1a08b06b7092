package org.palisade.ui.internal.preference;

import org.palisade.connections.Timeouts;

/** The limits that new connections begin with. */
public final class TimeoutsPage extends FieldsPage {

	/** A page with what is preferred now. */
	public TimeoutsPage() {
		setDescription(Messages.timeouts_description);
	}

	@Override
	protected void createFieldEditors() {
		addNumber(FencingPreferences.LOGIN_TIMEOUT, Messages.timeouts_login, 0, Timeouts.LONGEST);
		addNumber(FencingPreferences.ANSWER_TIMEOUT, Messages.timeouts_answer, 0, Timeouts.LONGEST);
		addNumber(FencingPreferences.POWER_TIMEOUT, Messages.timeouts_power, 0, Timeouts.LONGEST);
	}
}
