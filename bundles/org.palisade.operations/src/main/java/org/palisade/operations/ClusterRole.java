package org.palisade.operations;

import java.util.Objects;

/**
 * What a machine is to a cluster. Immutable.
 *
 * @param cluster the name of the cluster
 * @param node the name of the node that the machine is
 * @param method the name of the method or the number of the level by which it is fenced; empty where the cluster chooses the device itself
 * @param device the device by which it is fenced
 */
public record ClusterRole(String cluster, String node, String method, String device) {

	/** Refuses nulls. */
	public ClusterRole {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(node);
		Objects.requireNonNull(method);
		Objects.requireNonNull(device);
	}
}
