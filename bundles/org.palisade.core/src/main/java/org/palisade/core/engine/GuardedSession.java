package org.palisade.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;

/** A session that begins nothing once the caller has given up or the run's deadline has passed; closing it still works. */
final class GuardedSession extends ForwardingSession {

	private final RunContext context;

	GuardedSession(FenceSession session, RunContext context) {
		super(session);
		this.context = context;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		context.checkpoint();
		return super.find(selector, deadline);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		context.checkpoint();
		return super.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		context.checkpoint();
		return super.read(plug, deadline);
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		context.checkpoint();
		return super.readForChange(plug, deadline);
	}

	@Override
	public void awaitEarlierChange(Deadline deadline) throws FenceException {
		context.checkpoint();
		super.awaitEarlierChange(deadline);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		context.checkpoint();
		return super.change(plug, operation, deadline);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		context.checkpoint();
		super.check(plug, deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		context.checkpoint();
		super.list(withPower, consumer, deadline);
	}
}
