package org.palisade.testsupport.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One cell of the matrix: in that step of that action this goes wrong. */
public record Cell(FencedAction action, Step step, Fault fault) {

	/** {@return all of them, whether they make sense or not} */
	static List<Cell> all() {
		List<Cell> all = new ArrayList<>();
		for (FencedAction action : FencedAction.values()) {
			for (Step step : Step.values()) {
				for (Fault fault : Fault.values()) {
					all.add(new Cell(action, step, fault));
				}
			}
		}
		return all;
	}

	/**
	 * {@return why it makes no sense whatever goes wrong, if it does not}
	 *
	 * @param watches whether the back end {@linkplain FaultBed#watches watches} what it changes
	 */
	Optional<String> senseless(boolean watches) {
		if (action == FencedAction.VALIDATE) {
			return Optional.of("validate-all contacts nobody");
		}
		if (action == FencedAction.REBOOT_SECOND_HALF && !action.steps().contains(step)) {
			return Optional.of("the second half of a reboot begins when the plug is off; the steps before, and the log-out, are those of REBOOT");
		}
		if (!action.steps().contains(step)) {
			return Optional.of("the action has no such step");
		}
		return switch (step) {
			case WATCH -> watches ? Optional.empty() : Optional.of("the read before a change is a call like any other, READ");
			case AWAIT_EARLIER -> watches ? Optional.empty() : Optional.of("no outcome is told before the server is done with the operation");
			case TOLD -> watches ? Optional.empty() : Optional.of("no state comes with the outcome; it is read back by a call of its own, READ_BACK");
			case READ_BACK -> watches && action.isWatched() ? Optional.of("the state comes with the outcome, TOLD, and is not read again") : Optional.empty();
			default -> Optional.empty();
		};
	}

	/** {@return whether the step is one of a watch that was begun with the read} */
	boolean isWatched(boolean watches) {
		return watches && action.isWatched();
	}
}
