package org.palisade.backend.rest.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the user, in {@code messages.properties}. */
public final class Messages extends NLS {

	public static String advice_busy;
	public static String advice_inaccessible;
	public static String advice_no_api_error;
	public static String advice_not_found;
	public static String advice_other;
	public static String advice_resources;
	public static String advice_state;
	public static String advice_unauthenticated;
	public static String advice_unauthorized;
	public static String advice_unavailable;
	public static String api_path_advice;
	public static String api_path_malformed;
	public static String cancelled;
	public static String datacenter_ambiguous;
	public static String datacenter_ambiguous_advice;
	public static String datacenter_unknown;
	public static String datacenter_unknown_advice;
	public static String doubt_host_lost;
	public static String error;
	public static String error_text;
	public static String filter_advice;
	public static String filter_malformed;
	public static String gone;
	public static String login_advice;
	public static String login_denied_advice;
	public static String logout_ended;
	public static String logout_failed;
	public static String no_api;
	public static String no_api_advice;
	public static String no_hosts_visible;
	public static String no_token;
	public static String not_json;
	public static String not_understood;
	public static String not_understood_advice;
	public static String nothing_visible;
	public static String nothing_visible_advice;
	public static String option_api_path;
	public static String option_filter;
	public static String redirect;
	public static String redirect_advice;
	public static String request_done;
	public static String request_failed;
	public static String summary;
	public static String timeout_login;
	public static String timeout_login_advice;
	public static String timeout_order;
	public static String timeout_power_advice;
	public static String timeout_state;
	public static String too_many;
	public static String too_many_advice;
	public static String username_colon;
	public static String username_colon_advice;
	public static String uuid;
	public static String uuid_advice;

	static {
		initializeMessages("org.palisade.backend.rest.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
