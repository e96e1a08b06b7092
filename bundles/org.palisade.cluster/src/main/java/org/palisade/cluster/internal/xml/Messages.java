package org.palisade.cluster.internal.xml;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String document_type;
	public static String entity;
	public static String not_understood;
	public static String no_character;
	public static String not_well_formed;
	public static String too_deep;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.xml.messages", Messages.class);
	}

	private Messages() {
	}
}
