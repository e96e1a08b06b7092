package org.palisade.devices;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String files_not_kept;
	public static String line;
	public static String no_back_end;
	public static String no_back_end_advice;
	public static String no_device;
	public static String no_password;
	public static String no_password_advice;
	public static String no_such_file;
	public static String not_read_yet;
	public static String other_agent;
	public static String storage_unreadable;
	public static String storage_unwritable;
	public static String unreadable;

	static {
		NLS.initializeMessages("org.palisade.devices.messages", Messages.class);
	}

	private Messages() {
	}
}
