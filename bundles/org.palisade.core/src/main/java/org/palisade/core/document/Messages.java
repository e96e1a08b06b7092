package org.palisade.core.document;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String action_list;
	public static String action_list_status;
	public static String action_manpage;
	public static String action_metadata;
	public static String action_monitor;
	public static String action_off;
	public static String action_on;
	public static String action_reboot;
	public static String action_status;
	public static String action_validate_all;
	public static String actions_default;
	public static String argument_number;
	public static String argument_seconds;
	public static String argument_value;
	public static String default_value;
	public static String description_input;
	public static String example_monitor;
	public static String example_off;
	public static String example_pacemaker;
	public static String example_status;
	public static String exit_failure;
	public static String exit_off;
	public static String exit_success;
	public static String files_completion;
	public static String files_install_agents;
	public static String files_introduction;
	public static String files_manual;
	public static String files_plugins;
	public static String input;
	public static String installed_types;
	public static String key;
	public static String manual_title;
	public static String old_names;
	public static String options;
	public static String options_introduction;
	public static String standard_input;
	public static String standard_input_comment;

	static {
		NLS.initializeMessages("org.palisade.core.document.messages", Messages.class);
	}

	private Messages() {
	}
}
