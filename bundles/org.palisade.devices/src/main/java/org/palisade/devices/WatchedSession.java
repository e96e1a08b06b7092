package org.palisade.devices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;

/**
 * A session that notes what it found, reads the state of what is checked, and cannot power anything. It implements each method instead of being a
 * {@link org.palisade.api.ForwardingSession}: one that the API gets later may power something, and is not to be passed on before somebody has looked at it.
 */
final class WatchedSession implements FenceSession {

	private final FenceSession session;
	private final Sightings sightings;

	/** What was seen, for whoever has asked for a check. */
	static final class Sightings {

		private final Map<String, List<Plug>> found = new LinkedHashMap<>();
		private final Map<String, PlugState> states = new HashMap<>();

		/** {@return what each plug means, as far as it was looked up} A text of several plugs that is none itself is left out. */
		List<PlugMapping> mappings() {
			List<PlugMapping> mappings = new ArrayList<>();
			found.forEach((text, plugs) -> mappings.add(new PlugMapping(text, plugs.stream().map(this::machine).toList())));
			if (mappings.size() > 1 && mappings.get(0).machines().isEmpty()) {
				mappings.remove(0);
			}
			return mappings;
		}

		private MappedMachine machine(Plug plug) {
			Optional<PlugState> state = Optional.ofNullable(states.get(plug.id()));
			Plug known = state.map(PlugState::plug).orElse(plug);
			List<String> uuids = known.uuids().map(text -> List.of(text.split(" "))).orElse(List.of());
			return new MappedMachine(known.id(), known.name(), known.path(), uuids, plug.template(), state.map(PlugState::power),
					state.flatMap(PlugState::doubt).isEmpty(), Optional.empty());
		}
	}

	WatchedSession(FenceSession session, Sightings sightings) {
		this.session = session;
		this.sightings = sightings;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		List<Plug> plugs = session.find(selector, deadline);
		sightings.found.put(selector.text(), plugs);
		return plugs;
	}

	@Override
	public boolean isTooOldToFind(PlugSelector selector) {
		return session.isTooOldToFind(selector);
	}

	@Override
	public void setAside() {
		session.setAside();
	}

	@Override
	public boolean isRemembered(Plug plug) {
		return session.isRemembered(plug);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		Optional<List<Plug>> plugs = session.findAnew(selector, deadline);
		plugs.ifPresent(anew -> sightings.found.put(selector.text(), anew));
		return plugs;
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		PlugState state = session.read(plug, deadline);
		sightings.states.put(plug.id(), state);
		return state;
	}

	/** Nothing is going to be changed. */
	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return read(plug, deadline);
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		session.awaitEarlierChange(deadline);
	}

	/** Reads the state as well: a plug that is suspended or out of contact should be known before it has to be fenced. */
	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		session.check(plug, deadline);
		if (plug.isPresent()) {
			read(plug.get(), deadline);
		}
	}

	/** Never: who looks at devices powers nothing. */
	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) {
		throw new IllegalStateException(operation + " in a session that only looks");
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		session.list(withPower, consumer, deadline);
	}

	@Override
	public void close(Deadline deadline) {
		session.close(deadline);
	}
}
