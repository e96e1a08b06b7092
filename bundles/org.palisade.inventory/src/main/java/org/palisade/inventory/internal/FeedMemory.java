package org.palisade.inventory.internal;

import java.time.Clock;
import java.util.Objects;

import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.time.MonotonicClock;

/**
 * Where a feed has remembered what it sees. Immutable.
 *
 * @param cache that of the feed's account; one that keeps nothing where nothing is to be remembered
 * @param clock the clock of this machine, which the proof of an inventory names
 * @param pace measures how often
 */
record FeedMemory(LookUpCache cache, Clock clock, MonotonicClock pace) {

	/** Refuses nulls. */
	FeedMemory {
		Objects.requireNonNull(cache);
		Objects.requireNonNull(clock);
		Objects.requireNonNull(pace);
	}
}
