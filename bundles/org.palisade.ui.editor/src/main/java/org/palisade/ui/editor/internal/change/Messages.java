package org.palisade.ui.editor.internal.change;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String convert_complete;
	public static String convert_failed;
	public static String convert_line;
	public static String convert_losses;
	public static String convert_lossy;
	public static String convert_preview;
	public static String convert_save;
	public static String convert_title;
	public static String convert_to;
	public static String form_cib;
	public static String form_cluster_conf;
	public static String form_crmsh;
	public static String form_pcs;
	public static String migrate_button;
	public static String migrate_message;
	public static String migrate_title;
	public static String no_editor;
	public static String nothing_to_migrate;
	public static String open_title;
	public static String unreadable;

	static {
		NLS.initializeMessages("org.palisade.ui.editor.internal.change.messages", Messages.class);
	}

	private Messages() {
	}
}
