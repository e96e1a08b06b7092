package org.palisade.agent.internal.takeover;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String another_plug;
	public static String check_advice;
	public static String journal_unreadable;
	public static String operation_lost;
	public static String taking_over;

	static {
		NLS.initializeMessages("org.palisade.agent.internal.takeover.messages", Messages.class);
	}

	private Messages() {
	}
}
