package org.palisade.ui.internal.preference;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String back_ends_accessible;
	public static String back_ends_and;
	public static String back_ends_description;
	public static String back_ends_no_options;
	public static String back_ends_operations;
	public static String back_ends_summary;
	public static String back_ends_type;
	public static String cache_clear;
	public static String cache_description;
	public static String cache_failed;
	public static String cache_measuring;
	public static String cache_size;
	public static String cache_use;
	public static String general_description;
	public static String general_notify;
	public static String general_notify_seconds;
	public static String operation_cycle;
	public static String operation_off;
	public static String operation_on;
	public static String timeouts_answer;
	public static String timeouts_description;
	public static String timeouts_login;
	public static String timeouts_power;
	public static String trust_accessible;
	public static String trust_address;
	public static String trust_connection;
	public static String trust_description;
	public static String trust_fingerprint;
	public static String trust_forgetting;
	public static String trust_none;
	public static String trust_remove;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.preference.messages", Messages.class);
	}

	private Messages() {
	}
}
