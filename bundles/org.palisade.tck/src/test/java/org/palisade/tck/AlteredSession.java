package org.palisade.tck;

import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.time.Deadline;

/** A good session, for changing one thing about it. The good one remembers nothing and prepares nothing, so what is changed about one look holds for all. */
class AlteredSession extends ForwardingSession {

	AlteredSession(FenceSession good) {
		super(good);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		return Optional.empty();
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		return read(plug, deadline);
	}
}
