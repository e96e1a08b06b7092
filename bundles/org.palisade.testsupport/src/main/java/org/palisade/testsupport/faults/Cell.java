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

	/** {@return why it makes no sense whatever the back end, if it does not} */
	Optional<String> senseless() {
		if (action == FencedAction.VALIDATE) {
			return Optional.of("validate-all contacts nobody");
		}
		if (action == FencedAction.REBOOT_SECOND_HALF && !action.steps().contains(step)) {
			return Optional.of("the second half of a reboot begins with its power operation; the steps before, and the log-out, are those of REBOOT");
		}
		if (!action.steps().contains(step)) {
			return Optional.of("the action has no such step");
		}
		return Optional.empty();
	}
}
