package org.palisade.cluster.internal.crmsh;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String comment;
	public static String in_section;
	public static String not_crmsh;
	public static String of_node;
	public static String rule;
	public static String statement;
	public static String word;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.crmsh.messages", Messages.class);
	}

	private Messages() {
	}
}
