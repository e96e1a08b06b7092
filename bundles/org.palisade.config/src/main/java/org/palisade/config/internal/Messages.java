package org.palisade.config.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of the command. */
final class Messages extends NLS {

	public static String error;
	public static String exists;
	public static String fix;
	public static String fixed;
	public static String help;
	public static String in_place_alone;
	public static String look_after;
	public static String name_rules;
	public static String no_command;
	public static String no_file;
	public static String no_such_file;
	public static String no_target;
	public static String no_value;
	public static String not_converted;
	public static String not_permitted;
	public static String nothing_to_fix;
	public static String nothing_to_migrate;
	public static String on_request;
	public static String one_file;
	public static String postponed;
	public static String replaced;
	public static String standard_input;
	public static String summary;
	public static String unknown_command;
	public static String unknown_option;
	public static String unknown_value;
	public static String usage_problem;
	public static String warning;

	static {
		NLS.initializeMessages("org.palisade.config.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
