package org.palisade.cluster.internal.clusterconf;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

	public static String attribute;
	public static String comment;
	public static String element;
	public static String not_cluster_conf;

	static {
		NLS.initializeMessages("org.palisade.cluster.internal.clusterconf.messages", Messages.class);
	}

	private Messages() {
	}
}
