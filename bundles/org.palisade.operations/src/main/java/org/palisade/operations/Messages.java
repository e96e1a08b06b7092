package org.palisade.operations;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String no_back_end;
	public static String no_back_end_advice;

	static {
		NLS.initializeMessages("org.palisade.operations.messages", Messages.class);
	}

	private Messages() {
	}
}
