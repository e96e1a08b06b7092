package org.palisade.ui.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String command_failed;
	public static String history_unreadable;
	public static String plugin_problem;
	public static String service_missing;
	public static String sort_ascending;
	public static String sort_by;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
