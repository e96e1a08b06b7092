package org.palisade.cluster.internal.cib;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String comment;
	public static String entry;
	public static String not_cib;
	public static String of_node;
	public static String overridden;
	public static String rule;
	public static String section;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.cib.messages", Messages.class);
	}

	private Messages() {
	}
}
