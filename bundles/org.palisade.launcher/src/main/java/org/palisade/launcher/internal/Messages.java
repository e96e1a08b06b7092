package org.palisade.launcher.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for users. */
final class Messages extends NLS {

	public static String application_missing;
	public static String application_failed;
	public static String framework_failed;

	static {
		NLS.initializeMessages("org.palisade.launcher.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
