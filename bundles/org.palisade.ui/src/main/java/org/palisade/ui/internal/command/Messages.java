package org.palisade.ui.internal.command;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String already_off;
	public static String already_on;
	public static String button_off;
	public static String button_reboot;
	public static String confirm_off;
	public static String confirm_off_several;
	public static String confirm_reboot;
	public static String confirm_reboot_several;
	public static String disabled;
	public static String failed;
	public static String field_cluster;
	public static String field_host;
	public static String field_machine;
	public static String field_path;
	public static String field_role;
	public static String field_server;
	public static String field_state;
	public static String field_uuid;
	public static String history_not_written;
	public static String is_off;
	public static String is_on;
	public static String is_template;
	public static String job_off;
	public static String job_on;
	public static String job_reboot;
	public static String job_status;
	public static String job_test;
	public static String no_cluster;
	public static String not_known;
	public static String phase_and_time;
	public static String phase_check;
	public static String phase_find;
	public static String phase_log_in;
	public static String phase_log_out;
	public static String phase_off;
	public static String phase_on;
	public static String phase_read;
	public static String phase_reset;
	public static String powered_off;
	public static String powered_on;
	public static String rebooted;
	public static String remove;
	public static String remove_question;
	public static String remove_title;
	public static String role;
	public static String role_method;
	public static String select_machine;
	public static String simulated_failed;
	public static String starting_simulated;
	public static String status_off;
	public static String status_on;
	public static String title_off;
	public static String title_on;
	public static String title_reboot;
	public static String title_status;
	public static String title_test;
	public static String usable;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.command.messages", Messages.class);
	}

	private Messages() {
	}
}
