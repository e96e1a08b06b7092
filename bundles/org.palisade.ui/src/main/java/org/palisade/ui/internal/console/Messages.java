package org.palisade.ui.internal.console;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String console;
	public static String warning;

	static {
		NLS.initializeMessages("org.palisade.ui.internal.console.messages", Messages.class);
	}

	private Messages() {
	}
}
