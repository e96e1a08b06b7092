package org.palisade.cluster.internal.check;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String add_method;
	public static String add_monitor;
	public static String add_to_list;
	public static String add_to_map;
	public static String alike_plugs;
	public static String ambiguous_why;
	public static String clear_text;
	public static String clear_text_why;
	public static String disabled;
	public static String disabled_why;
	public static String duplicate_device;
	public static String duplicate_name_why;
	public static String duplicate_node;
	public static String duplicate_plug;
	public static String duplicate_plug_why;
	public static String empty_method;
	public static String empty_method_why;
	public static String enable;
	public static String host_map;
	public static String host_map_why;
	public static String insecure;
	public static String insecure_why;
	public static String invalid_timeout;
	public static String invalid_timeout_why;
	public static String invalid_value;
	public static String invalid_value_why;
	public static String masked;
	public static String masked_why;
	public static String migrate;
	public static String missing_agent;
	public static String missing_agent_why;
	public static String missing_method;
	public static String missing_method_why;
	public static String missing_option;
	public static String missing_option_why;
	public static String monitor_too_short;
	public static String no_monitor;
	public static String no_monitor_why;
	public static String old_agent;
	public static String old_agent_why;
	public static String old_key;
	public static String old_key_why;
	public static String race;
	public static String race_why;
	public static String remove_level;
	public static String remove_option;
	public static String rename_node;
	public static String rename_option;
	public static String separate_pairs;
	public static String set_option;
	public static String short_name;
	public static String single_point;
	public static String single_point_why;
	public static String timeout_why;
	public static String too_short;
	public static String unknown_device;
	public static String unknown_device_why;
	public static String unknown_in_level;
	public static String unknown_node;
	public static String unknown_node_why;
	public static String unknown_option;
	public static String unknown_option_why;
	public static String unused_device;
	public static String unused_device_why;
	public static String use_device;
	public static String use_script;
	public static String whole_number;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.check.messages", Messages.class);
	}

	private Messages() {
	}
}
