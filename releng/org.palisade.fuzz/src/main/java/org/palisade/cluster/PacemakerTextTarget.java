package org.palisade.cluster;

import org.palisade.cluster.model.ConfigurationForm;

/** The texts of pcs and crmsh: see {@link ClusterProperties}. Each is read in all three forms. */
public final class PacemakerTextTarget {

	private PacemakerTextTarget() {
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		ClusterProperties.require(input, ConfigurationForm.CRMSH);
		ClusterProperties.require(input, ConfigurationForm.PCS);
		ClusterProperties.require(input, ConfigurationForm.PCS_CONFIG);
	}
}
