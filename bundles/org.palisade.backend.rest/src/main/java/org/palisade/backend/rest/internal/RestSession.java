package org.palisade.backend.rest.internal;

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
import org.palisade.api.time.Pause;

/** A session with a vCenter, in the terms of fencing. */
final class RestSession implements FenceSession {

	private final AutomationSession session;
	private final Scope scope;
	private final Pause pause;

	RestSession(AutomationSession session, Scope scope, Pause pause) {
		this.session = session;
		this.scope = scope;
		this.pause = pause;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		return new LookUp(session, deadline).find(selector);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return new PlugReader(new Inventory(session, deadline)).state(plug);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return new PowerRun(session, plug.id(), operation, pause, deadline).run();
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		new Listing(session, scope, deadline).check(plug);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		new Listing(session, scope, deadline).list(withPower, consumer);
	}

	@Override
	public void close(Deadline deadline) {
		session.close(deadline);
	}
}
