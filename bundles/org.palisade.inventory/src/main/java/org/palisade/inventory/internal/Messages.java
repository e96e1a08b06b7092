package org.palisade.inventory.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the user, in {@code messages.properties}. */
public final class Messages extends NLS {

	public static String consumer_failed;
	public static String feed_failed;
	public static String feed_failed_advice;
	public static String history_refused;
	public static String history_slow;
	public static String listing_failed;
	public static String listing_failed_advice;
	public static String listing_goes_on;
	public static String no_back_end;
	public static String no_back_end_advice;
	public static String no_version;
	public static String no_version_advice;
	public static String odd_kind;
	public static String odd_nameless;
	public static String odd_unknown;
	public static String odd_update;
	public static String odd_updates_more;
	public static String odd_value;

	static {
		initializeMessages("org.palisade.inventory.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
