package org.palisade.cluster.internal.text;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String quote_open;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.text.messages", Messages.class);
	}

	private Messages() {
	}
}
