package org.palisade.plugins.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String bundle_not_started;
	public static String not_refreshed;
	public static String not_uninstalled;
	public static String not_watched;

	static {
		NLS.initializeMessages("org.palisade.plugins.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
