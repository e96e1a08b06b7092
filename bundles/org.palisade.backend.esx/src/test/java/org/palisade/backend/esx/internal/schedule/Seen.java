package org.palisade.backend.esx.internal.schedule;

import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;

/** A session in which the schedule sees everything that the engine does, and between whose calls things happen. */
final class Seen extends ForwardingSession {

	private final Schedule schedule;
	private final Agent agent;

	Seen(FenceSession session, Schedule schedule, Agent agent) {
		super(session);
		this.schedule = schedule;
		this.agent = agent;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		schedule.between(agent, "finds");
		return super.find(selector, deadline);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		schedule.between(agent, "finds anew");
		return super.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		schedule.between(agent, "reads " + plug.id());
		PlugState state = super.read(plug, deadline);
		schedule.read(agent, state);
		return state;
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		schedule.between(agent, "reads, to change, " + plug.id());
		PlugState state = super.readForChange(plug, deadline);
		schedule.read(agent, state);
		return state;
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		schedule.order(agent, plug, operation);
		schedule.between(agent, "orders " + operation + " of " + plug.id());
		return super.change(plug, operation, deadline);
	}

	@Override
	public void close(Deadline deadline) {
		schedule.between(agent, "logs out");
		super.close(deadline);
	}
}
