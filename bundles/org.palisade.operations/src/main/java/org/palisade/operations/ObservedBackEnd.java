package org.palisade.operations;

import java.util.List;
import java.util.Optional;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ForwardingBackEnd;
import org.palisade.api.ForwardingSession;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/** Another back end whose calls are measured, so that a user sees how far the engine is without the engine having to tell. */
final class ObservedBackEnd extends ForwardingBackEnd {

	private final PhaseRecorder phases;

	ObservedBackEnd(FenceBackEnd backEnd, PhaseRecorder phases) {
		super(backEnd);
		this.phases = phases;
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		return new ObservedSession(phases.measure(Phase.LOG_IN, () -> super.open(options, context, deadline)));
	}

	/** A session whose calls are measured. */
	private final class ObservedSession extends ForwardingSession {

		ObservedSession(FenceSession session) {
			super(session);
		}

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
			return noted(phases.measure(Phase.FIND, () -> super.find(selector, deadline)));
		}

		@Override
		public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
			return phases.measure(Phase.FIND, () -> super.findAnew(selector, deadline)).map(this::noted);
		}

		private List<Plug> noted(List<Plug> found) {
			if (found.size() == 1) {
				phases.found(found.get(0));
			}
			return found;
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) throws FenceException {
			return read(phases.measure(Phase.READ, () -> super.read(plug, deadline)));
		}

		@Override
		public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
			return read(phases.measure(Phase.READ, () -> super.readForChange(plug, deadline)));
		}

		/** What was found from memory has no path before it is read. */
		private PlugState read(PlugState state) {
			phases.plug().filter(state.plug()::hasIdentityOf).ifPresent(known -> phases.found(state.plug()));
			return state;
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			return phases.measure(Phase.of(operation), () -> super.change(plug, operation, deadline));
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
			phases.measure(Phase.CHECK, () -> {
				super.check(plug, deadline);
				return plug;
			});
		}

		@Override
		public void close(Deadline deadline) {
			phases.measureUnfailing(Phase.LOG_OUT, () -> super.close(deadline));
		}
	}
}
