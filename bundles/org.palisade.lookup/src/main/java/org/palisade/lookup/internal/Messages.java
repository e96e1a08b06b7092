package org.palisade.lookup.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of the look-up cache. */
final class Messages extends NLS {

	public static String not_absolute;
	public static String not_absolute_advice;
	public static String ignored;
	public static String not_kept;
	public static String others_write;
	public static String other_owner;
	public static String no_folder;
	public static String no_file;
	public static String damaged;
	public static String newer;
	public static String text_too_long;
	public static String unreadable;

	static {
		initializeMessages("org.palisade.lookup.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
