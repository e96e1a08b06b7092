package org.palisade.cluster;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String changed_meanwhile;
	public static String encoding_unknown;
	public static String form_unknown;
	public static String not_encodable;
	public static String not_regular;
	public static String not_text;
	public static String owner_kept;
	public static String too_large;

	static {
		NLS.initializeMessages("org.palisade.cluster.messages", Messages.class);
	}

	private Messages() {
	}
}
