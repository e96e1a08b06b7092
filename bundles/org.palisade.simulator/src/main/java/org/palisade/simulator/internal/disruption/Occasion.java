package org.palisade.simulator.internal.disruption;

/**
 * When something happens: in which call of which method, counted since it was ordered.
 *
 * @param method the name of the method, or {@code *} for any
 * @param nth the number of the call from 1 on, or 0 for every call
 */
public record Occasion(String method, int nth) {

	/** Stands for every call. */
	public static final int EVERY = 0;

	boolean isOf(String calledMethod) {
		return method.equals("*") || method.equals(calledMethod);
	}
}
