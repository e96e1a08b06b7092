package org.palisade.backend.esx.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the user, in {@code messages.properties}. */
public final class Messages extends NLS {

	public static String datacenter_ambiguous;
	public static String datacenter_ambiguous_advice;
	public static String datacenter_unknown;
	public static String datacenter_unknown_advice;
	public static String doubt_disconnected;
	public static String doubt_inaccessible;
	public static String doubt_invalid;
	public static String doubt_orphaned;
	public static String doubt_unknown;
	public static String elsewhere;
	public static String filter_left;
	public static String gone;
	public static String gone_advice;
	public static String history_incomplete;
	public static String history_refused;
	public static String history_relevant;
	public static String history_slow;
	public static String no_task;
	public static String nothing_visible;
	public static String nothing_visible_advice;
	public static String privilege_lacking;
	public static String privilege_lacking_advice;
	public static String reset_by_task;
	public static String summary;
	public static String timeout_state;
	public static String timeout_task;
	public static String timeout_task_advice;
	public static String view_left;

	static {
		initializeMessages("org.palisade.backend.esx.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
