package org.palisade.ui.editor.internal.preview;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String after;
	public static String before;
	public static String masked;
	public static String notes;

	static {
		NLS.initializeMessages("org.palisade.ui.editor.internal.preview.messages", Messages.class);
	}

	private Messages() {
	}
}
