package org.palisade.simulator.internal.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has happened, as the API's events. A vCenter writes its events behind and deletes old ones; so does this one, to order. Guarded by the world's
 * lock.
 */
public final class EventLog {

	private static final int CAPACITY = 10_000;

	private final Deque<Entry> entries = new ArrayDeque<>();
	private int lastKey = 1000;
	private int lastVisible = Integer.MAX_VALUE;

	/**
	 * An event.
	 *
	 * @param time when it was posted
	 * @param event its description
	 */
	public record Entry(int key, Instant time, DataObject event) {
	}

	void post(String type, String user, Instant now, DataObject properties) {
		lastKey++;
		DataObject event = properties.with("key", lastKey).with("chainId", lastKey).with("createdTime", now).with("userName", user)
				.with("fullFormattedMessage", type);
		entries.addLast(new Entry(lastKey, now, event));
		if (entries.size() > CAPACITY) {
			entries.removeFirst();
		}
	}

	/** The newest events that a condition holds for, oldest first, as far as they have been written. */
	public List<DataObject> newest(Predicate<Entry> condition, int most) {
		List<DataObject> found = new ArrayList<>();
		for (Entry entry : entries) {
			if (entry.key() <= lastVisible && condition.test(entry)) {
				found.add(entry.event());
			}
		}
		return found.subList(Math.max(0, found.size() - most), found.size());
	}

	/** The newest event, written or not. */
	public Optional<DataObject> latest() {
		return Optional.ofNullable(entries.peekLast()).map(Entry::event);
	}

	/** Deletes all events so far. */
	public void purge() {
		entries.clear();
	}

	/** From now on events are not written to the history any more; or everything is written that was held back. */
	public void holdBack(boolean hold) {
		lastVisible = hold ? lastKey : Integer.MAX_VALUE;
	}
}
