package org.palisade.operations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.FenceSession;
import org.palisade.api.ListedPlug;
import org.palisade.api.Plug;
import org.palisade.api.PlugSelector;
import org.palisade.api.PlugState;
import org.palisade.api.PowerChange;
import org.palisade.api.PowerOperation;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionDeclaration;
import org.palisade.api.option.OptionValues;
import org.palisade.api.time.Deadline;

/** Another back end whose calls are measured, so that a user sees how far the engine is without the engine having to tell. */
final class ObservedBackEnd implements FenceBackEnd {

	private final FenceBackEnd backEnd;
	private final PhaseRecorder phases;

	ObservedBackEnd(FenceBackEnd backEnd, PhaseRecorder phases) {
		this.backEnd = backEnd;
		this.phases = phases;
	}

	@Override
	public String type() {
		return backEnd.type();
	}

	@Override
	public String summary() {
		return backEnd.summary();
	}

	@Override
	public List<OptionDeclaration> options() {
		return backEnd.options();
	}

	@Override
	public Set<String> requiredOptions() {
		return backEnd.requiredOptions();
	}

	@Override
	public Set<PowerOperation> operations() {
		return backEnd.operations();
	}

	@Override
	public boolean hasDatacenters() {
		return backEnd.hasDatacenters();
	}

	@Override
	public void validate(OptionValues options) throws FenceException {
		backEnd.validate(options);
	}

	@Override
	public FenceSession open(OptionValues options, SessionContext context, Deadline deadline) throws FenceException {
		return new ObservedSession(phases.measure(Phase.LOG_IN, () -> backEnd.open(options, context, deadline)));
	}

	/** A session whose calls are measured. */
	final class ObservedSession implements FenceSession {

		private final FenceSession session;

		ObservedSession(FenceSession session) {
			this.session = session;
		}

		@Override
		public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
			return noted(phases.measure(Phase.FIND, () -> session.find(selector, deadline)));
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
			return phases.measure(Phase.FIND, () -> session.findAnew(selector, deadline)).map(this::noted);
		}

		private List<Plug> noted(List<Plug> found) {
			if (found.size() == 1) {
				phases.found(found.get(0));
			}
			return found;
		}

		@Override
		public PlugState read(Plug plug, Deadline deadline) throws FenceException {
			return read(phases.measure(Phase.READ, () -> session.read(plug, deadline)));
		}

		@Override
		public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
			return read(phases.measure(Phase.READ, () -> session.readForChange(plug, deadline)));
		}

		/** What was found from memory has no path before it is read. */
		private PlugState read(PlugState state) {
			phases.plug().filter(state.plug()::hasIdentityOf).ifPresent(known -> phases.found(state.plug()));
			return state;
		}

		@Override
		public void awaitEarlierChange(Deadline deadline) throws FenceException {
			session.awaitEarlierChange(deadline);
		}

		@Override
		public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
			return phases.measure(Phase.of(operation), () -> session.change(plug, operation, deadline));
		}

		@Override
		public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
			phases.measure(Phase.CHECK, () -> {
				session.check(plug, deadline);
				return plug;
			});
		}

		@Override
		public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
			session.list(withPower, consumer, deadline);
		}

		@Override
		public void close(Deadline deadline) {
			phases.measureUnfailing(Phase.LOG_OUT, () -> session.close(deadline));
		}
	}
}
