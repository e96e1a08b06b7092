package org.palisade.simulator.internal.disruption;

/**
 * A change of the world that was ordered for an occasion.
 *
 * @param moment when during the call
 * @param change the change
 */
public record ScheduledChange(Moment moment, Runnable change) {

	/** The moments of a call. */
	public enum Moment {
		/** Before the method is executed. */
		BEFORE,
		/** After it was executed, before its answer goes out. */
		AFTER,
		/** Right after the success of the task that it started, before anybody can learn of that. */
		TASK
	}
}
