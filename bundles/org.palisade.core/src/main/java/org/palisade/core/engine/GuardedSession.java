package org.palisade.core.engine;

import java.util.List;
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

/** A session that begins nothing once the caller has given up or the run's deadline has passed; closing it still works. */
final class GuardedSession implements FenceSession {

	private final FenceSession session;
	private final RunContext context;

	GuardedSession(FenceSession session, RunContext context) {
		this.session = session;
		this.context = context;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		context.checkpoint();
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
		context.checkpoint();
		return session.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		context.checkpoint();
		return session.read(plug, deadline);
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		context.checkpoint();
		return session.readForChange(plug, deadline);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		context.checkpoint();
		return session.change(plug, operation, deadline);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		context.checkpoint();
		session.check(plug, deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		context.checkpoint();
		session.list(withPower, consumer, deadline);
	}

	@Override
	public void close(Deadline deadline) {
		session.close(deadline);
	}
}
