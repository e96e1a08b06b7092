package org.palisade.cluster.internal.pcs;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String command;
	public static String comment;
	public static String level;
	public static String line;
	public static String not_pcs;
	public static String resource;
	public static String word;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.pcs.messages", Messages.class);
	}

	private Messages() {
	}
}
