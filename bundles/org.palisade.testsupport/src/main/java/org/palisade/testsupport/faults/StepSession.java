package org.palisade.testsupport.faults;

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

/** Tells which step comes next, right before each call of the engine. */
final class StepSession implements FenceSession {

	/** Hears of the steps. */
	@FunctionalInterface
	interface Steps {
		/** @param operations how many power operations were begun before */
		void next(Step step, int operations);
	}

	private final FenceSession session;
	private final Steps steps;
	private int operations;

	StepSession(FenceSession session, Steps steps) {
		this.session = session;
		this.steps = steps;
	}

	@Override
	public List<Plug> find(PlugSelector selector, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		return session.find(selector, deadline);
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
		return session.findAnew(selector, deadline);
	}

	@Override
	public PlugState read(Plug plug, Deadline deadline) throws FenceException {
		steps.next(operations == 0 ? Step.READ : Step.READ_BACK, Math.max(0, operations - 1));
		return session.read(plug, deadline);
	}

	@Override
	public PowerChange change(Plug plug, PowerOperation operation, Deadline deadline) throws FenceException {
		steps.next(Step.POWER, operations);
		steps.next(Step.WAIT, operations);
		operations++;
		return session.change(plug, operation, deadline);
	}

	@Override
	public void check(Optional<Plug> plug, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		session.check(plug, deadline);
	}

	@Override
	public void list(boolean withPower, Consumer<ListedPlug> consumer, Deadline deadline) throws FenceException {
		steps.next(Step.LOOK_UP, operations);
		session.list(withPower, consumer, deadline);
	}

	@Override
	public void close(Deadline deadline) {
		steps.next(Step.LOG_OUT, operations);
		session.close(deadline);
	}
}
