package org.palisade.agent.internal.takeover;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.time.Deadline;

/** Passes on everything but power operations. */
abstract class ForwardingSession implements FenceSession {

	final FenceSession session;

	ForwardingSession(FenceSession session) {
		this.session = session;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		return session.find(selector, deadline);
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
		return session.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return session.read(plug, deadline);
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return session.readForChange(plug, deadline);
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		session.awaitEarlierChange(deadline);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		session.check(plug, deadline);
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
