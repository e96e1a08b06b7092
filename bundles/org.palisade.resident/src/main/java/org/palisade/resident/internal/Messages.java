package org.palisade.resident.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of the resident agent. */
final class Messages extends NLS {

	public static String caller_gone;
	public static String folder_not_ours;
	public static String help;
	public static String no_client;
	public static String not_started;
	public static String option_missing_value;
	public static String option_number;
	public static String option_path;
	public static String option_unknown;
	public static String ready;
	public static String socket_in_use;
	public static String socket_is_file;

	static {
		NLS.initializeMessages("org.palisade.resident.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
