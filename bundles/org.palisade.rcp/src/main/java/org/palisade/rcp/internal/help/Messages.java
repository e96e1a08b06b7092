package org.palisade.rcp.internal.help;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String help;
	public static String link_failed;
	public static String page_missing;
	public static String page_unreadable;
	public static String step;

	static {
		NLS.initializeMessages("org.palisade.rcp.internal.help.messages", Messages.class);
	}

	private Messages() {
	}
}
