package org.palisade.ui.internal.connection;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String address_missing;
	public static String all_passed;
	public static String asking_server;
	public static String authorities_unreadable;
	public static String back_end;
	public static String back_end_missing;
	public static String browse;
	public static String certificate_compare;
	public static String certificate_expired;
	public static String certificate_fingerprint;
	public static String certificate_from;
	public static String certificate_issuer;
	public static String certificate_names;
	public static String certificate_of;
	public static String certificate_subject;
	public static String certificate_title;
	public static String certificate_trust;
	public static String certificate_until;
	public static String certificate_wrong_name;
	public static String explanation_accessible;
	public static String group_limits;
	public static String group_login;
	public static String group_server;
	public static String group_options;
	public static String group_trust;
	public static String hint_address;
	public static String hint_datacenter;
	public static String hint_name;
	public static String hint_user;
	public static String interrupted;
	public static String label_address;
	public static String label_back_end;
	public static String label_datacenter;
	public static String label_name;
	public static String label_option;
	public static String label_password;
	public static String label_password_source;
	public static String label_script;
	public static String label_user;
	public static String limit_answer;
	public static String limit_login;
	public static String limit_power;
	public static String look;
	public static String look_failed;
	public static String name_missing;
	public static String name_taken;
	public static String no_pin;
	public static String not_tested;
	public static String option_missing;
	public static String page_description;
	public static String page_title;
	public static String password_asked;
	public static String password_message;
	public static String password_missing;
	public static String password_none;
	public static String password_script;
	public static String password_stored;
	public static String password_title;
	public static String password_unchanged;
	public static String report_accessible;
	public static String saving;
	public static String script_not_executable;
	public static String simulated_leftover;
	public static String simulated_name;
	public static String stage_advice;
	public static String stage_dns;
	public static String stage_failed;
	public static String stage_login;
	public static String stage_options;
	public static String stage_privilege;
	public static String stage_tcp;
	public static String stage_tls;
	public static String test;
	public static String test_failed;
	public static String tls_advice;
	public static String trust_file;
	public static String trust_pinned;
	public static String trust_system;
	public static String user_missing;
	public static String wizard_title;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.connection.messages", Messages.class);
	}

	private Messages() {
	}
}
