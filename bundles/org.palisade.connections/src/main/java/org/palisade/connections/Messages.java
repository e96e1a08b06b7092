package org.palisade.connections;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String no_certificate;
	public static String only_looked_at;
	public static String preferences_unreadable;
	public static String preferences_unwritable;
	public static String storage_unreadable;
	public static String storage_unwritable;

	static {
		NLS.initializeMessages("org.palisade.connections.messages", Messages.class);
	}

	private Messages() {
	}
}
