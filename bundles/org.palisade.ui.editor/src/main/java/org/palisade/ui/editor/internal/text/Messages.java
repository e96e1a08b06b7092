package org.palisade.ui.editor.internal.text;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String cannot_read;
	public static String cannot_write;
	public static String checking;
	public static String edit_failed;
	public static String look_after;
	public static String no_fixes;
	public static String not_local;
	public static String save_button;
	public static String save_errors;
	public static String save_message;
	public static String save_secret;
	public static String save_title;
	public static String save_unreadable;
	public static String save_version;

	static {
		NLS.initializeMessages("org.palisade.ui.editor.internal.text.messages", Messages.class);
	}

	private Messages() {
	}
}
