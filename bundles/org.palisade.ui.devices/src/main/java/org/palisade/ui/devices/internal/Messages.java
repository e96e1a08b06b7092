package org.palisade.ui.devices.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String button_browse;
	public static String button_monitor;
	public static String button_write;
	public static String category_configuration;
	public static String category_device;
	public static String category_health;
	public static String category_machine;
	public static String column_health;
	public static String column_last;
	public static String column_latency;
	public static String column_machine;
	public static String column_name;
	public static String column_warning;
	public static String device_name;
	public static String empty_open;
	public static String empty_title;
	public static String file_problem;
	public static String health_failing;
	public static String health_not_ours;
	public static String health_summary;
	public static String health_unknown;
	public static String health_well;
	public static String job_close;
	public static String job_monitor;
	public static String job_open;
	public static String job_refresh;
	public static String job_write;
	public static String label_file;
	public static String label_form;
	public static String last_error;
	public static String level_name;
	public static String loss_line;
	public static String losses_title;
	public static String message_export;
	public static String message_import;
	public static String method_chosen;
	public static String method_name;
	public static String milliseconds;
	public static String monitoring;
	public static String no_losses;
	public static String not_opened;
	public static String not_revealed;
	public static String password_keep;
	public static String password_question;
	public static String plug_unresolved;
	public static String preference_interval;
	public static String preference_periodically;
	public static String preferences_description;
	public static String property_advice;
	public static String property_agent;
	public static String property_cluster;
	public static String property_file;
	public static String property_form;
	public static String property_host;
	public static String property_last_error;
	public static String property_method;
	public static String property_name;
	public static String property_node;
	public static String property_plug;
	public static String property_power;
	public static String property_reference;
	public static String property_uuid;
	public static String reason_no_connection;
	public static String reason_not_connected;
	public static String reason_not_known;
	public static String reason_not_ours;
	public static String side_new;
	public static String side_now;
	public static String summary;
	public static String target_problem;
	public static String title_export;
	public static String title_import;
	public static String title_open;
	public static String title_password;
	public static String title_reveal;
	public static String tree_accessible;
	public static String warning_ambiguous;
	public static String warning_disconnected;
	public static String warning_file;
	public static String warning_missing;
	public static String warning_no_device;
	public static String warning_no_method;
	public static String warning_suspended;
	public static String warning_template;

	static {
		NLS.initializeMessages("org.palisade.ui.devices.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
