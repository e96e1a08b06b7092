package org.palisade.api.inventory;

import org.palisade.api.time.Deadline;

/**
 * One server's inventory, kept current until the feed is closed. It has a thread and a session of its own; the session is logged out when the feed
 * ends, however it ends. Thread-safe.
 * <p>
 * When contact is lost it connects again by itself, less and less often, and reads everything again.
 */
public interface InventoryFeed {

	/** {@return the inventory as it is known now, empty at first} Never waits. */
	InventorySnapshot snapshot();

	/**
	 * Adds a consumer. Returns at once; what is known already is told to it soon, by a thread of the feed.
	 *
	 * @return takes the consumer away, without waiting: no call begins after that, but one may be under way
	 */
	Subscription subscribe(InventoryConsumer consumer);

	/** Tries to connect now when the feed is waiting before its next attempt. Does nothing otherwise. */
	void retryNow();

	/**
	 * Ends the feed: the wait for updates is ended at once, the session is logged out. Never throws; a failing log-out is told to the diagnostics.
	 * No call of a consumer begins after that. Closing twice is harmless. The snapshot stays readable. A consumer may close its own feed; then
	 * this does not wait for the log-out.
	 *
	 * @param deadline by when to give up on a polite log-out, and to return
	 */
	void close(Deadline deadline);

	/** Takes a consumer away. */
	@FunctionalInterface
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}
}
