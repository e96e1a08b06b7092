package org.palisade.cluster.model;

import java.util.List;

/**
 * A node of the cluster.
 *
 * @param name its name in the cluster
 * @param attributes what else is said of it, for example {@code nodeid} and {@code votes}, or {@code id}
 * @param methods where a method for it can be added, {@link InsertionPoint#NONE} in forms where methods do not stand with the node
 * @param where where its name stands
 */
public record ClusterNode(String name, List<ClusterOption> attributes, InsertionPoint methods, TextRange where) {

	/** Copies the list. */
	public ClusterNode {
		attributes = List.copyOf(attributes);
	}
}
