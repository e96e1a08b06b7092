package org.palisade.core.backend;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String bundle;
	public static String of_bundle;
	public static String type_duplicate;
	public static String type_invalid;
	public static String type_unavailable;

	static {
		NLS.initializeMessages("org.palisade.core.backend.messages", Messages.class);
	}

	private Messages() {
	}
}
