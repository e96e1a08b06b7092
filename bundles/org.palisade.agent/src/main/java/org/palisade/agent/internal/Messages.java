package org.palisade.agent.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of the agent, but for those of standard output, which the contract fixes. */
final class Messages extends NLS {

	public static String actions;
	public static String agent_description;
	public static String agent_summary;
	public static String agent_summary_rest;
	public static String agent_summary_soap;
	public static String audit_file_failed;
	public static String audit_log_failed;
	public static String crashed;
	public static String crashed_advice;
	public static String debug_file_failed;
	public static String detail;
	public static String document_form;
	public static String document_unknown;
	public static String file_advice;
	public static String file_no_folder;
	public static String file_no_path;
	public static String file_not_ours;
	public static String kind_ambiguous;
	public static String kind_cancelled;
	public static String kind_dns;
	public static String kind_login;
	public static String kind_not_found;
	public static String kind_not_offered;
	public static String kind_option;
	public static String kind_privilege;
	public static String kind_protocol;
	public static String kind_refused;
	public static String kind_task;
	public static String kind_tcp;
	public static String kind_timeout;
	public static String kind_tls;
	public static String kind_trust;
	public static String kind_unverified;
	public static String logger_does_not_read;
	public static String logger_failed;
	public static String logger_hangs;
	public static String logger_not_started;
	public static String no_types;
	public static String nobody_reads;
	public static String nobody_reads_advice;
	public static String not_listable;
	public static String plug_outcome;
	public static String problem;
	public static String problem_with_advice;
	public static String separator_in_names;
	public static String stopped;
	public static String training_failed;
	public static String training_form;
	public static String types;
	public static String same_type;
	public static String same_type_advice;
	public static String unknown_type;
	public static String unrecognised_action;
	public static String unrecognised_action_not_shown;
	public static String version;
	public static String warning;

	static {
		NLS.initializeMessages("org.palisade.agent.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
