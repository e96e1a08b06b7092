package org.palisade.transport.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the user, in {@code messages.properties}. */
public final class Messages extends NLS {

	public static String address_advice;
	public static String address_malformed;
	public static String ca_file_advice;
	public static String ca_file_unreadable;
	public static String ca_file_unusable;
	public static String cancelled;
	public static String dns_family;
	public static String dns_family_advice;
	public static String dns_unknown;
	public static String dns_unknown_advice;
	public static String family_contradiction;
	public static String family_contradiction_advice;
	public static String fingerprint_advice;
	public static String fingerprint_malformed;
	public static String http_malformed;
	public static String http_malformed_advice;
	public static String port_advice;
	public static String port_out_of_range;
	public static String ssl_contradiction;
	public static String ssl_contradiction_advice;
	public static String tcp_broken;
	public static String tcp_broken_advice;
	public static String tcp_refused;
	public static String tcp_refused_advice;
	public static String tcp_unreachable;
	public static String tcp_unreachable_advice;
	public static String timeout_answer;
	public static String timeout_answer_advice;
	public static String timeout_before;
	public static String timeout_connect;
	public static String timeout_connect_advice;
	public static String timeout_handshake;
	public static String timeout_resolve;
	public static String tls_bad_chain;
	public static String tls_broken;
	public static String tls_closed;
	public static String tls_expired;
	public static String tls_expired_advice;
	public static String tls_failed;
	public static String tls_not_tls;
	public static String tls_not_tls_advice;
	public static String tls_not_yet;
	public static String tls_not_yet_advice;
	public static String tls_other_pin;
	public static String tls_other_pin_advice;
	public static String tls_too_old;
	public static String tls_too_old_advice;
	public static String tls_unavailable;
	public static String tls_unknown_ca;
	public static String tls_unknown_ca_advice;
	public static String tls_wrong_name;
	public static String tls_wrong_name_advice;
	public static String trust_contradiction;
	public static String trust_contradiction_advice;

	static {
		initializeMessages("org.palisade.transport.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
