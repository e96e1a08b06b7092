package org.palisade.tck;

import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.time.Deadline;

/** What a session can be asked to do by a deadline. */
enum Operation {

	FIND {
		@Override
		Object run(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			return session.find(PlugSelector.of(plug.name()), deadline);
		}
	},

	READ {
		@Override
		Object run(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			return session.read(plug, deadline);
		}
	},

	CHANGE_TO_OFF {
		@Override
		PowerChange run(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			return session.change(plug, PowerOperation.OFF, deadline);
		}
	},

	CHECK {
		@Override
		Object run(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			session.check(Optional.of(plug), deadline);
			return plug;
		}
	},

	LIST {
		@Override
		Object run(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			session.list(true, row -> { }, deadline);
			return plug;
		}
	};

	/** {@return what the session returned, or something in its place where it returns nothing} */
	abstract Object run(FenceSession session, Plug plug, Deadline deadline) throws FenceException;
}
