package org.palisade.inventory.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.palisade.api.FenceException;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventoryFeed.Subscription;
import org.palisade.api.inventory.InventoryFollower;
import org.palisade.api.inventory.InventoryService;
import org.palisade.api.lookup.LookUpCache;
import org.palisade.api.lookup.LookUpService;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Opens feeds through the vSphere API, which every vCenter and ESXi host offers, and brings followers and feeds together. */
@Component
public final class VSphereInventoryService implements InventoryService {

	private static final Duration LOG_OUT_LIMIT = Duration.ofSeconds(2);

	private final Set<Feed> feeds = new HashSet<>();
	private volatile Optional<LookUpService> lookUps = Optional.empty();
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
		FeedMemory memory = new FeedMemory(cache(options, context), Clock.systemUTC(), MonotonicClock.system());
		Feed feed = new Feed(Account.of(options), memory, context, new SystemPause(), MonotonicClock.system(), this::forget);
		synchronized (this) {
			feeds.add(feed);
			followers.forEach((follower, subscriptions) -> subscriptions.put(feed, feed.subscribe(follower.follow())));
		}
		feed.start(consumer);
		return feed;
	}

	private LookUpCache cache(OptionValues options, SessionContext context) throws FenceException {
		Optional<LookUpService> there = lookUps;
		if (there.isEmpty()) {
			return LookUpCache.none();
		}
		there.get().validate(options);
		return there.get().open(options, context.diagnostics());
	}

	/** Has the feeds that are opened from now on remember what they see. */
	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	synchronized void setLookUps(LookUpService service) {
		lookUps = Optional.of(service);
	}

	/** Has feeds that are opened from now on remember nothing, unless there is another one by now. */
	synchronized void unsetLookUps(LookUpService service) {
		lookUps = lookUps.filter(current -> current != service);
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
