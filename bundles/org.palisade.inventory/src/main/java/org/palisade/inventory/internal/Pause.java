package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The wait before the next attempt to connect. Thread-safe. */
interface Pause {

	/**
	 * Waits.
	 *
	 * @param longest for how long at most
	 * @param unless not at all when this holds, nor longer when it has begun to hold by an {@link #end}
	 */
	void await(Duration longest, BooleanSupplier unless);

	/** Ends the wait that is under way, if there is one. */
	void end();
}
