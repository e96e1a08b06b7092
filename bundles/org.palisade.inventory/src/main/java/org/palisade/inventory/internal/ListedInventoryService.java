package org.palisade.inventory.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventoryService;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.option.CoreOptions;

/**
 * Serves whatever back end is installed, by what it lists. Comes after every service that can do better, because a listing tells nothing by itself
 * when something changes.
 */
@Component(property = "service.ranking:Integer=-1000")
public final class ListedInventoryService implements InventoryService {

	private final BackEndRegistry backEnds;
	private final Set<ListedFeed> feeds = new CopyOnWriteArraySet<>();

	/** A service for the back ends that are installed now or later. */
	@Activate
	public ListedInventoryService(@Reference BackEndRegistry backEnds) {
		this.backEnds = backEnds;
	}

	@Override
	public Set<String> types() {
		return new HashSet<>(backEnds.installed().byType().keySet());
	}

	/** What a back end requires differs; {@link #open} asks it. */
	@Override
	public Set<String> requiredOptions() {
		return Set.of();
	}

	@Override
	public InventoryFeed open(OptionValues options, SessionContext context, InventoryConsumer consumer) throws FenceException {
		String type = options.text(CoreOptions.VMWARE_TYPE).orElse("");
		FenceBackEnd backEnd = backEnds.installed().find(type).orElseThrow(
				() -> new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.no_back_end, type), Messages.no_back_end_advice));
		backEnd.validate(options);
		ListedFeed feed = new ListedFeed(backEnd, options, context, MonotonicClock.system(), feeds::remove);
		feeds.add(feed);
		feed.start(consumer);
		return feed;
	}

	/** Closes the feeds that are open: who opened them may be gone, too. */
	@Deactivate
	void close() {
		Deadline deadline = Deadline.in(Feed.LOG_OUT_LIMIT, MonotonicClock.system());
		feeds.forEach(feed -> feed.close(deadline));
	}
}
