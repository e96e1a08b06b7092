package org.palisade.core.option;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. The descriptions of the options are named by the options. */
final class Messages extends NLS {

	public static String action;
	public static String ip;
	public static String ipport;
	public static String username;
	public static String password;
	public static String password_script;
	public static String plug;
	public static String plug_separator;
	public static String port_as_ip;
	public static String method;
	public static String vmware_type;
	public static String fallback_type;
	public static String vmware_datacenter;
	public static String lookup_cache;
	public static String ssl;
	public static String ssl_secure;
	public static String ssl_insecure;
	public static String ssl_ca_file;
	public static String ssl_fingerprint;
	public static String notls;
	public static String inet4_only;
	public static String inet6_only;
	public static String exec;
	public static String separator;
	public static String missing_as_off;
	public static String suspended_as_off;
	public static String delay;
	public static String login_timeout;
	public static String shell_timeout;
	public static String power_timeout;
	public static String power_wait;
	public static String stonith_status_sleep;
	public static String disable_timeout;
	public static String retry_on;
	public static String quiet;
	public static String verbose;
	public static String verbose_level;
	public static String debug_file;
	public static String audit_file;
	public static String version;
	public static String not_used;
	public static String help;

	public static String ambiguous_option;
	public static String argument_number;
	public static String boolean_form;
	public static String count_form;
	public static String counts_as_false;
	public static String either;
	public static String help_default;
	public static String help_options;
	public static String help_usage;
	public static String input_form;
	public static String input_too_long;
	public static String input_unreadable;
	public static String integer_form;
	public static String line_not_utf8;
	public static String line_too_long;
	public static String line_without_equals;
	public static String no_downgrade;
	public static String not_a_boolean;
	public static String not_a_boolean_ignored;
	public static String not_executable;
	public static String not_executable_advice;
	public static String option_conflict;
	public static String options_conflict;
	public static String options_conflict_advice;
	public static String options_missing;
	public static String options_unavailable;
	public static String port_form;
	public static String seconds_form;
	public static String see_help;
	public static String select_form;
	public static String ssl_wins;
	public static String stray_argument;
	public static String stray_argument_advice;
	public static String unknown_key;
	public static String unknown_line;
	public static String unknown_option;
	public static String value_missing;
	public static String value_wrong;

	static {
		NLS.initializeMessages("org.palisade.core.option.messages", Messages.class);
	}

	private Messages() {
	}
}
