package org.palisade.cluster.model;

import java.util.List;

/**
 * One way of fencing: a method of {@code cluster.conf}, a level of Pacemaker's topology. Those of a target are tried in the order of their
 * indexes until one succeeds; all devices of a level have to succeed.
 *
 * @param target whom it fences
 * @param index from 1
 * @param name the method's name; empty in Pacemaker
 * @param devices the steps, in order
 * @param whole all of it
 * @param where where it is named
 */
public record FenceLevel(Target target, int index, String name, List<DeviceUse> devices, TextRange whole, TextRange where) {

	/** How a target is given. */
	public enum TargetKind {
		/** The name of a node. */
		NODE,
		/** A regular expression for names of nodes. */
		PATTERN,
		/** A node attribute, as {@code name=value}. */
		ATTRIBUTE
	}

	/**
	 * Whom a level fences.
	 *
	 * @param kind how that is given
	 * @param text the name, the pattern or the attribute
	 */
	public record Target(TargetKind kind, String text) {
	}

	/** Copies the list. */
	public FenceLevel {
		devices = List.copyOf(devices);
	}
}
