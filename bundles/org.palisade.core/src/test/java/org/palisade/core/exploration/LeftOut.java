package org.palisade.core.exploration;

import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.PowerState;
import org.palisade.api.time.Deadline;

/** Each of these makes one guard of the engine, or one duty of a back end, without effect. The exploration must notice every one. */
enum LeftOut {
	/** The engine compares what it looked up with what it reads. */
	THE_COMPARISON_OF_IDENTITIES {
		@Override
		PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			PlugState state = session.read(plug, deadline);
			return new PlugState(plug, state.power(), state.doubt());
		}
	},
	/** The engine refuses to choose. */
	THE_REFUSAL_OF_SEVERAL {
		@Override
		List<Plug> find(FenceSession session, PlugSelector selector, Deadline deadline) throws FenceException {
			List<Plug> found = session.find(selector, deadline);
			return found.isEmpty() ? found : found.subList(found.size() - 1, found.size());
		}
	},
	/** The engine reads back. */
	THE_READING_BACK {
		@Override
		PowerChange change(FenceSession session, Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			session.change(plug, operation, deadline);
			return new PowerChange.Seen();
		}
	},
	/** The engine takes no doubtful state for off. */
	THE_DOUBT {
		@Override
		PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			PlugState state = session.read(plug, deadline);
			return new PlugState(state.plug(), state.doubt().isPresent() ? PowerState.OFF : state.power(), Optional.empty());
		}
	},
	/** The engine does not take suspended for off. */
	THE_DIFFERENCE_OF_SUSPENDED {
		@Override
		PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			PlugState state = session.read(plug, deadline);
			return new PlugState(state.plug(), state.power() == PowerState.SUSPENDED ? PowerState.OFF : state.power(), state.doubt());
		}
	},
	/** The engine never powers a template. */
	THE_REFUSAL_OF_TEMPLATES {
		@Override
		PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			PlugState state = session.read(plug, deadline);
			Plug read = state.plug();
			return new PlugState(new Plug(read.id(), read.name(), read.path(), read.uuids(), false), state.power(), state.doubt());
		}
	},
	/** The engine believes nothing that is only remembered. */
	THE_DOUBT_OF_MEMORY {
		@Override
		PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			PlugState state = session.read(plug, deadline);
			return session.isRemembered(plug) ? state : new PlugState(plug, state.power(), state.doubt());
		}
	},
	/** What is gone is not off. */
	THE_DIFFERENCE_OF_GONE {
		@Override
		PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
			try {
				return session.read(plug, deadline);
			} catch (FenceException failure) {
				if (failure.problem().kind() == Kind.NOT_FOUND) {
					return new PlugState(plug, PowerState.OFF, Optional.empty());
				}
				throw failure;
			}
		}
	},
	/** A back end addresses by the identifier. */
	THE_IDENTIFIER {
		@Override
		PowerChange change(FenceSession session, Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			List<Plug> named = session.find(PlugSelector.of(plug.name()), deadline);
			return session.change(named.isEmpty() ? plug : named.get(named.size() - 1), operation, deadline);
		}
	},
	/** A power operation is never repeated blindly. */
	THE_SINGLE_ATTEMPT {
		@Override
		PowerChange change(FenceSession session, Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			PowerChange change = session.change(plug, operation, deadline);
			return change instanceof PowerChange.Failed ? session.change(plug, operation, deadline) : change;
		}
	},
	/** Every path logs out. */
	THE_LOG_OUT {
		@Override
		void close(FenceSession session, Deadline deadline) {
			// That is what is left out.
		}
	};

	List<Plug> find(FenceSession session, PlugSelector selector, Deadline deadline) throws FenceException {
		return session.find(selector, deadline);
	}

	PlugState read(FenceSession session, Plug plug, Deadline deadline) throws FenceException {
		return session.read(plug, deadline);
	}

	PowerChange change(FenceSession session, Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		return session.change(plug, operation, deadline);
	}

	void close(FenceSession session, Deadline deadline) {
		session.close(deadline);
	}

	/** {@return the session, but for that} */
	FenceSession around(FenceSession session) {
		return new ForwardingSession(session) {
			@Override
			public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
				return LeftOut.this.find(session(), selector, deadline);
			}

			/** Where that is asked for, nothing is left out. */
			@Override
			public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
				return super.findAnew(selector, deadline);
			}

			@Override
			public PlugState read(Plug plug, Deadline deadline) throws FenceException {
				return LeftOut.this.read(session(), plug, deadline);
			}

			@Override
			public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
				return LeftOut.this.read(session(), plug, deadline);
			}

			@Override
			public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
				return LeftOut.this.change(session(), plug, operation, deadline);
			}

			@Override
			public void close(Deadline deadline) {
				LeftOut.this.close(session(), deadline);
			}
		};
	}
}
