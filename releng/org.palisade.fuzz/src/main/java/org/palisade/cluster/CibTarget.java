package org.palisade.cluster;

import org.palisade.cluster.model.ConfigurationForm;

/** Pacemaker's CIB: see {@link ClusterProperties}. */
public final class CibTarget {

	private CibTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		ClusterProperties.require(input, ConfigurationForm.CIB);
	}
}
