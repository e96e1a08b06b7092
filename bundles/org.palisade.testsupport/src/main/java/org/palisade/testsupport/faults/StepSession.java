package org.palisade.testsupport.faults;

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

/** Tells which steps come next, right before each call of the engine. */
final class StepSession extends ForwardingSession {

	/** Hears of the steps. */
	@FunctionalInterface
	interface Steps {
		/**
		 * Comes before the step, or before the call of which it is a part.
		 *
		 * @param operations how many power operations were begun before
		 */
		void next(Step step, int operations);

		/** Comes when the state was told together with the outcome of that power operation. */
		default void told(int operations) {
		}
	}

	private final Steps steps;
	private int operations;

	StepSession(FenceSession session, Steps steps) {
		super(session);
		this.steps = steps;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		return super.find(selector, deadline);
	}

	@Override
	public Optional<List<Plug>> findAnew(PlugSelector selector, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		return super.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		steps.next(operations == 0 ? Step.READ : Step.READ_BACK, Math.max(0, operations - 1));
		return super.read(plug, deadline);
	}

	@Override
	public PlugState readForChange(Plug plug, Deadline deadline) throws FenceException {
		steps.next(Step.WATCH, operations);
		steps.next(Step.READ, operations);
		return super.readForChange(plug, deadline);
	}

	/** Waits for the operation before as a resident agent does, which is what a change begins with otherwise. */
	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		steps.next(Step.AWAIT_EARLIER, operations);
		awaitEarlierChange(deadline);
		steps.next(Step.POWER, operations);
		steps.next(Step.WAIT, operations);
		steps.next(Step.TOLD, operations);
		operations++;
		PowerChange change = super.change(plug, operation, deadline);
		if (change instanceof PowerChange.Seen seen && seen.readBack().isPresent()) {
			steps.told(operations - 1);
		}
		return change;
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		super.check(plug, deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		super.list(withPower, consumer, deadline);
	}

	@Override
	public void close(Deadline deadline) {
		steps.next(Step.LOG_OUT, operations);
		super.close(deadline);
	}
}
