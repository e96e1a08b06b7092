package org.palisade.ui.editor.internal.form;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String action;
	public static String add;
	public static String add_method;
	public static String add_node;
	public static String add_step;
	public static String agent;
	public static String cluster_unnamed;
	public static String default_value;
	public static String details;
	public static String device;
	public static String device_name;
	public static String devices;
	public static String devices_description;
	public static String down;
	public static String findings;
	public static String method_label;
	public static String name;
	public static String node_id;
	public static String option;
	public static String option_description;
	public static String option_select;
	public static String option_unknown;
	public static String option_value;
	public static String options;
	public static String options_all;
	public static String page_devices;
	public static String page_source;
	public static String page_topology;
	public static String plug;
	public static String remove;
	public static String secret_kept;
	public static String show_in_source;
	public static String step_label;
	public static String topology;
	public static String topology_description;
	public static String unreadable;
	public static String up;
	public static String use_script;
	public static String value;
	public static String votes;

	static {
		NLS.initializeMessages("org.palisade.ui.editor.internal.form.messages", Messages.class);
	}

	private Messages() {
	}
}
