package org.palisade.core.engine;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String ambiguous;
	public static String ambiguous_advice;
	public static String ambiguous_advice_datacenter;
	public static String audit_failed;
	public static String cancelled;
	public static String candidate;
	public static String changing;
	public static String changing_over;
	public static String close_failed;
	public static String crashed;
	public static String crashed_advice;
	public static String doubtful;
	public static String further_candidates;
	public static String gone_after_off;
	public static String missing_counts_as_off;
	public static String no_cycle;
	public static String no_cycle_advice;
	public static String no_datacenters;
	public static String no_datacenters_advice;
	public static String no_longer_the_same;
	public static String no_longer_the_same_advice;
	public static String not_found;
	public static String not_found_advice;
	public static String not_found_in_datacenter;
	public static String not_in_wanted_state;
	public static String not_read_back;
	public static String off_after_cycle;
	public static String off_in_spite_of_error;
	public static String on_in_spite_of_error;
	public static String on_part_failed;
	public static String run_timed_out;
	public static String run_timed_out_advice;
	public static String script_advice;
	public static String script_failed;
	public static String script_not_started;
	public static String script_output_empty;
	public static String script_output_too_long;
	public static String script_timed_out;
	public static String script_timed_out_advice;
	public static String script_unreadable;
	public static String several_failed;
	public static String suspended_advice;
	public static String suspended_counts_as_off;
	public static String suspended_counts_as_on;
	public static String suspended_not_off;
	public static String template;
	public static String template_advice;
	public static String trying_again;
	public static String turned_on_in_between;
	public static String unverified_advice;

	static {
		NLS.initializeMessages("org.palisade.core.engine.messages", Messages.class);
	}

	private Messages() {
	}
}
