package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was done to a virtual machine's power, ever. Guarded by the world's lock. */
public final class PowerHistory {

	private static final int KEPT_EVENTS = 1000;

	private final List<Event> events = new ArrayList<>();
	private final int[] counts = new int[PowerOperation.values().length];

	/**
	 * One change.
	 *
	 * @param operation what was done
	 * @param by the session's user, or who else did it
	 * @param time when it took effect
	 */
	public record Event(PowerOperation operation, String by, Instant time) {
	}

	void add(Event event) {
		counts[event.operation().ordinal()]++;
		if (events.size() < KEPT_EVENTS) {
			events.add(event);
		}
	}

	/** How often that was done. */
	public int count(PowerOperation operation) {
		return counts[operation.ordinal()];
	}

	/** The first thousand changes, oldest first. */
	public List<Event> events() {
		return List.copyOf(events);
	}
}
