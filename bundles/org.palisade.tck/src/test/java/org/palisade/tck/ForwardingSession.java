package org.palisade.tck;

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

/** A good session, for changing one thing about it. */
class ForwardingSession implements FenceSession {

	private final FenceSession good;

	ForwardingSession(FenceSession good) {
		this.good = good;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		return good.find(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		return good.read(plug, deadline);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return good.change(plug, operation, deadline);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		good.check(plug, deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		good.list(withPower, consumer, deadline);
	}

	@Override
	public void close(Deadline deadline) {
		good.close(deadline);
	}
}
