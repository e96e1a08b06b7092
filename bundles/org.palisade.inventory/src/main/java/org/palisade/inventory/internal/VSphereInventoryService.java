package org.palisade.inventory.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.palisade.api.FenceException;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventoryFeed.Subscription;
import org.palisade.api.inventory.InventoryFollower;
import org.palisade.api.inventory.InventoryService;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Opens feeds through the vSphere API, which every vCenter and ESXi host offers, and brings followers and feeds together. */
@Component
public final class VSphereInventoryService implements InventoryService {

	private static final Duration LOG_OUT_LIMIT = Duration.ofSeconds(2);

	private final Set<Feed> feeds = new HashSet<>();
	private final Map<InventoryFollower, Map<Feed, Subscription>> followers = new HashMap<>();

	@Override
	public Set<String> types() {
		return Set.of("esx", "rest");
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(StandardOptions.IP, StandardOptions.USERNAME, StandardOptions.PASSWORD);
	}

	@Override
	public InventoryFeed open(OptionValues options, SessionContext context, InventoryConsumer consumer) throws FenceException {
		Feed feed = new Feed(Account.of(options), context, new SystemPause(), MonotonicClock.system(), this::forget);
		synchronized (this) {
			feeds.add(feed);
			followers.forEach((follower, subscriptions) -> subscriptions.put(feed, feed.subscribe(follower.follow())));
		}
		feed.start(consumer);
		return feed;
	}

	private synchronized void forget(Feed feed) {
		feeds.remove(feed);
		followers.values().forEach(subscriptions -> subscriptions.remove(feed));
	}

	/** Has a follower see the feeds that are open, and those that will be. */
	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	synchronized void addFollower(InventoryFollower follower) {
		Map<Feed, Subscription> subscriptions = new HashMap<>();
		feeds.forEach(feed -> subscriptions.put(feed, feed.subscribe(follower.follow())));
		followers.put(follower, subscriptions);
	}

	/** Has a follower see nothing any more. */
	synchronized void removeFollower(InventoryFollower follower) {
		followers.remove(follower).values().forEach(Subscription::close);
	}

	/** Closes the feeds that are open: who opened them may be gone, too. */
	@Deactivate
	void close() {
		List<Feed> open;
		synchronized (this) {
			open = List.copyOf(feeds);
		}
		Deadline deadline = Deadline.in(LOG_OUT_LIMIT, MonotonicClock.system());
		open.forEach(feed -> feed.close(deadline));
	}
}
