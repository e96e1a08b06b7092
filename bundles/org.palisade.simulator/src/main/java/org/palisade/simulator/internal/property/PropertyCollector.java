package org.palisade.simulator.internal.property;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.palisade.simulator.internal.model.ManagedObject;
import org.palisade.simulator.internal.model.Reference;
import org.palisade.simulator.internal.model.VimFault;
import org.palisade.simulator.internal.model.VimType;
import org.palisade.simulator.internal.model.VimTypes;
import org.palisade.simulator.internal.model.World;

/** A session's property collector: its filters, the versions it gave out and its unfinished retrievals. Guarded by the world's lock. */
public final class PropertyCollector implements ManagedObject {

	private static final VimType TYPE = VimTypes.get("PropertyCollector");

	private final String id;
	private final World world;
	private final Map<String, PropertyFilter> filters = new HashMap<>();
	private final Map<String, Retrieval> retrievals = new HashMap<>();
	private final Deque<ObjectChange> pending = new ArrayDeque<>();
	private int version;
	private int nextToken;
	private int waitNumber;
	private String answeredVersion;
	private UpdateSet lastAnswer;
	private boolean destroyed;

	/** A collector without filters. */
	public PropertyCollector(String id, World world) {
		this.id = id;
		this.world = world;
	}

	/** Adds a filter, after its selection was tried once. */
	public PropertyFilter addFilter(String filterId, FilterSpec spec, Function<Reference, Optional<ManagedObject>> lookUp) throws VimFault {
		ObjectSelector.select(spec, lookUp);
		PropertyFilter filter = new PropertyFilter(filterId, spec, world, lookUp);
		filters.put(filterId, filter);
		// A wait that is under way has to look at the new filter.
		world.wakeWaiters();
		return filter;
	}

	/** Takes a filter away, when there is one of that identifier, with what it still had to report. */
	public void removeFilter(String filterId) {
		PropertyFilter filter = filters.remove(filterId);
		pending.removeIf(change -> change.filter() == filter);
	}

	/** The filter of that identifier. */
	public Optional<PropertyFilter> filter(String filterId) {
		return Optional.ofNullable(filters.get(filterId));
	}

	/** Keeps the rest of a retrieval and returns the token to ask for it with. */
	public String keep(Retrieval retrieval) {
		String token = Integer.toString(nextToken++);
		retrievals.put(token, retrieval);
		return token;
	}

	/** Takes a kept retrieval out; empty when there is none of that token. */
	public Optional<Retrieval> take(String token) {
		return Optional.ofNullable(retrievals.remove(token));
	}

	/** Ends the waits that are under way. */
	public void cancelWaits() {
		waitNumber++;
		world.wakeWaiters();
	}

	/** Ends it and everything that waits on it. */
	public void destroy() {
		destroyed = true;
		filters.clear();
		retrievals.clear();
		pending.clear();
		cancelWaits();
	}

	/**
	 * Waits until something differs from what the version says. A later wait on the same collector ends an earlier one.
	 *
	 * @param since the version that the client has, empty for none
	 * @param nanos the longest wait in nanoseconds
	 * @param most the most objects in the answer
	 * @param sessionEnded tells that there is no point in waiting on
	 * @return the changes, empty when the time is up
	 */
	public Optional<UpdateSet> await(String since, long nanos, int most, BooleanSupplier sessionEnded)
			throws VimFault, InterruptedException {
		cancelWaits();
		int thisWait = waitNumber;
		if (since.isEmpty()) {
			filters.values().forEach(PropertyFilter::reset);
			pending.clear();
		} else if (lastAnswer != null && since.equals(answeredVersion)) {
			// The answer got lost on its way, and the client asks again.
			return Optional.of(lastAnswer);
		} else if (!since.equals(Integer.toString(version))) {
			throw VimFault.named("InvalidCollectorVersion", "Version '" + since + "' is not known to this collector");
		}
		long left = nanos;
		while (!gather()) {
			if (left <= 0) {
				return Optional.empty();
			}
			left = world.awaitChange(left);
			checkStillWanted(thisWait, sessionEnded);
		}
		return Optional.of(answer(since, most));
	}

	private void checkStillWanted(int thisWait, BooleanSupplier sessionEnded) throws VimFault {
		if (sessionEnded.getAsBoolean()) {
			throw VimFault.notAuthenticated(new Reference(TYPE.name(), id));
		}
		if (destroyed || thisWait != waitNumber) {
			throw VimFault.named("RequestCanceled", "The request was canceled by a user.");
		}
	}

	private boolean gather() {
		for (PropertyFilter filter : filters.values()) {
			pending.addAll(filter.changes());
		}
		return !pending.isEmpty();
	}

	private UpdateSet answer(String since, int most) {
		List<ObjectChange> changes = new ArrayList<>();
		while (changes.size() < most && !pending.isEmpty()) {
			changes.add(pending.removeFirst());
		}
		version++;
		answeredVersion = since;
		lastAnswer = new UpdateSet(Integer.toString(version), changes, !pending.isEmpty());
		return lastAnswer;
	}

	@Override
	public VimType type() {
		return TYPE;
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public Object property(String name) {
		return name.equals("filter") ? List.copyOf(filters.values()) : null;
	}

	@Override
	public long revision() {
		return 0;
	}
}
