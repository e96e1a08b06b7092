package org.palisade.cluster.internal.convert;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String agent;
	public static String attribute;
	public static String cluster_sets;
	public static String indexes;
	public static String long_name;
	public static String meta;
	public static String no_name;
	public static String no_nodes;
	public static String no_properties;
	public static String node_attribute;
	public static String operation;
	public static String option;
	public static String other;
	public static String pattern;
	public static String plug_assumed;
	public static String property;
	public static String reference;
	public static String same_name;
	public static String unknown_device;
	public static String unused_device;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.convert.messages", Messages.class);
	}

	private Messages() {
	}
}
