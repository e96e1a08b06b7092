package org.palisade.backend.esx.internal.schedule;

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

/** A session in which the schedule sees everything that the engine does, and between whose calls things happen. */
final class Seen implements FenceSession {

	private final FenceSession session;
	private final Schedule schedule;
	private final Agent agent;

	Seen(FenceSession session, Schedule schedule, Agent agent) {
		this.session = session;
		this.schedule = schedule;
		this.agent = agent;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		schedule.between(agent, "finds");
		return session.find(selector, deadline);
	}

	@Override
	public boolean isRemembered(Plug plug) {
		return session.isRemembered(plug);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		schedule.between(agent, "finds anew");
		return session.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		schedule.between(agent, "reads " + plug.id());
		PlugState state = session.read(plug, deadline);
		schedule.read(agent, state);
		return state;
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		schedule.between(agent, "reads, to change, " + plug.id());
		PlugState state = session.readForChange(plug, deadline);
		schedule.read(agent, state);
		return state;
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		schedule.order(agent, plug, operation);
		schedule.between(agent, "orders " + operation + " of " + plug.id());
		return session.change(plug, operation, deadline);
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
		schedule.between(agent, "logs out");
		session.close(deadline);
	}
}
