package org.palisade.rcp.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String menu_edit;
	public static String menu_file;
	public static String menu_help;
	public static String menu_show_view;
	public static String menu_window;
	public static String not_started;
	public static String starting;

	static {
		NLS.initializeMessages("org.palisade.rcp.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
