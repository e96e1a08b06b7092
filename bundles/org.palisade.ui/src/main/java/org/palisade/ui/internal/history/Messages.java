package org.palisade.ui.internal.history;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String action_monitor;
	public static String action_off;
	public static String action_on;
	public static String action_reboot;
	public static String action_status;
	public static String already_off;
	public static String already_on;
	public static String column_action;
	public static String column_by;
	public static String column_duration;
	public static String column_outcome;
	public static String column_plug;
	public static String column_server;
	public static String column_time;
	public static String detail_accessible;
	public static String detail_id;
	public static String detail_message;
	public static String detail_node;
	public static String detail_states;
	public static String detail_type;
	public static String detail_user;
	public static String detail_uuids;
	public static String empty;
	public static String export_title;
	public static String exporting;
	public static String failed;
	public static String filter_accessible;
	public static String filter_hint;
	public static String is_off;
	public static String is_on;
	public static String milliseconds;
	public static String nothing_selected;
	public static String of_file;
	public static String open_title;
	public static String opening;
	public static String phase;
	public static String phase_failed;
	public static String powered_off;
	public static String powered_on;
	public static String rebooted;
	public static String shown;
	public static String state_off;
	public static String state_on;
	public static String state_suspended;
	public static String state_unknown;
	public static String table_accessible;
	public static String timeline_accessible;
	public static String unreadable;
	public static String unwritable;
	public static String usable;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.history.messages", Messages.class);
	}

	private Messages() {
	}
}
