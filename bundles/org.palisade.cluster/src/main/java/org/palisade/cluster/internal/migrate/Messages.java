package org.palisade.cluster.internal.migrate;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String agent;
	public static String credentials;
	public static String plug;
	public static String removed;
	public static String renamed;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.migrate.messages", Messages.class);
	}

	private Messages() {
	}
}
