package org.palisade.ui.internal.inventory;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String category_connection;
	public static String category_object;
	public static String column_address;
	public static String column_host;
	public static String column_name;
	public static String column_path;
	public static String column_state;
	public static String column_uuid;
	public static String connected;
	public static String connecting;
	public static String connection_unknown;
	public static String disconnected;
	public static String disconnecting;
	public static String empty_add;
	public static String empty_simulated;
	public static String empty_title;
	public static String filter_accessible;
	public static String filter_hint;
	public static String folder_host;
	public static String folder_vm;
	public static String inaccessible;
	public static String invalid;
	public static String last_known;
	public static String list_accessible;
	public static String maintenance;
	public static String no_inventory;
	public static String no_inventory_advice;
	public static String no_password;
	public static String no_password_advice;
	public static String not_connected;
	public static String not_responding;
	public static String orphaned;
	public static String power_off;
	public static String power_on;
	public static String power_suspended;
	public static String power_unknown;
	public static String property_address;
	public static String property_back_end;
	public static String property_bios_uuid;
	public static String property_cluster;
	public static String property_instance_uuid;
	public static String property_reference;
	public static String property_user;
	public static String reading;
	public static String stage_connecting;
	public static String stage_current;
	public static String stage_loading;
	public static String stage_lost;
	public static String summary_all;
	public static String summary_first;
	public static String summary_found;
	public static String summary_none;
	public static String template;
	public static String tree_accessible;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.inventory.messages", Messages.class);
	}

	private Messages() {
	}
}
