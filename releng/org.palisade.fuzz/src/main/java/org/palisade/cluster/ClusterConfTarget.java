package org.palisade.cluster;

import org.palisade.cluster.model.ConfigurationForm;

/** {@code cluster.conf}: see {@link ClusterProperties}. */
public final class ClusterConfTarget {

	private ClusterConfTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		ClusterProperties.require(input, ConfigurationForm.CLUSTER_CONF);
	}
}
