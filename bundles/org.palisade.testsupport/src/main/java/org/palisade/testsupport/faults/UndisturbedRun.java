package org.palisade.testsupport.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.palisade.core.engine.FenceOutcome;

/** Carries an action out while nothing goes wrong, to learn which steps the engine and a back end take. */
final class UndisturbedRun {

	private static final Duration AMPLE = Duration.ofSeconds(60);

	/** The steps that show in the calls of the engine and in what they return. */
	private static final Set<Step> VISIBLE = EnumSet.of(Step.LOOK_UP, Step.READ, Step.POWER, Step.WAIT, Step.TOLD, Step.READ_BACK);

	private final FaultBed bed;
	private final FencedAction action;
	private final Set<Step> taken = EnumSet.noneOf(Step.class);

	UndisturbedRun(FaultBed bed, FencedAction action) {
		this.bed = bed;
		this.action = action;
	}

	/**
	 * Finds that there are cells for the steps that it takes, and for no others.
	 *
	 * @param tried the steps for which there are cells
	 * @throws IllegalStateException when it is not so: something would go untried, or be tried where it cannot happen
	 */
	void require(Set<Step> tried) throws Exception {
		bed.restore(action != FencedAction.ON);
		FenceOutcome outcome = new ActionRun(bed, action, ActionRun.Limit.RUN, AMPLE, new StepSession.Steps() {
			@Override
			public void next(Step step, int operations) {
				// Whether the state comes with the outcome is not known before.
				if (step != Step.TOLD) {
					take(step, operations);
				}
			}

			@Override
			public void told(int operations) {
				take(Step.TOLD, operations);
			}
		}).carryOut();
		bed.heal();
		if (!(outcome instanceof FenceOutcome.Succeeded)) {
			throw new IllegalStateException(action + " ended undisturbed as " + outcome);
		}
		Set<Step> visible = EnumSet.copyOf(VISIBLE);
		visible.retainAll(tried);
		if (!taken.equals(visible)) {
			throw new IllegalStateException(action + " takes the steps " + taken + ", and there are cells for " + visible);
		}
	}

	private void take(Step step, int operations) {
		if (VISIBLE.contains(step) && operations == action.operationsBefore()) {
			taken.add(step);
		}
	}
}
