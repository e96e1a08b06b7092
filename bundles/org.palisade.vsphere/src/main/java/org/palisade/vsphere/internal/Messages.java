package org.palisade.vsphere.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the user, in {@code messages.properties}. */
public final class Messages extends NLS {

	public static String content_outdated;
	public static String advice_host_not_connected;
	public static String advice_invalid_login;
	public static String advice_login_denied;
	public static String advice_not_authenticated;
	public static String advice_other;
	public static String advice_password_expired;
	public static String advice_power_state;
	public static String advice_resources;
	public static String advice_restricted_version;
	public static String advice_task_cancelled;
	public static String advice_task_in_progress;
	public static String call_done;
	public static String call_failed;
	public static String cancelled;
	public static String fault;
	public static String fault_gone;
	public static String fault_gone_advice;
	public static String fault_no_permission;
	public static String fault_no_permission_advice;
	public static String fault_text;
	public static String http_not_found;
	public static String http_other;
	public static String http_redirect;
	public static String http_redirect_advice;
	public static String http_redirect_plain_advice;
	public static String http_refused;
	public static String http_refused_advice;
	public static String http_unavailable;
	public static String http_unavailable_advice;
	public static String logout_ended;
	public static String logout_failed;
	public static String no_service_content;
	public static String not_soap;
	public static String not_soap_advice;
	public static String timeout_login;
	public static String timeout_login_advice;
	public static String unwritable;
	public static String unwritable_advice;

	static {
		initializeMessages("org.palisade.vsphere.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
