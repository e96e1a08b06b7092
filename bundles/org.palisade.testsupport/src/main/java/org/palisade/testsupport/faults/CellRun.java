package org.palisade.testsupport.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceOutcome.Achievement;

/** Carries one cell out, by the engine and a real back end, and judges how it ended by what is true at the server. */
final class CellRun {

	/** What may come on top of the deadline: the log-out has that second. */
	private static final Duration LOG_OUT = Duration.ofSeconds(1);

	/** For a machine that is busy; who ends late is tried again. */
	private static final Duration SLACK = Duration.ofMillis(500);

	private final FaultBed bed;
	private final Cell cell;
	private final ActionRun.Limit limit;
	private final Duration deadline;
	private final ActionRun action;
	private boolean armed;

	/**
	 * @param deadline how long the whole run, or each step, may take
	 */
	CellRun(FaultBed bed, Cell cell, ActionRun.Limit limit, Duration deadline) {
		this.limit = limit;
		this.bed = bed;
		this.cell = cell;
		this.deadline = deadline;
		this.action = new ActionRun(bed, cell.action(), limit, deadline, this::reached);
	}

	/**
	 * What came of it.
	 *
	 * @param endedBefore whether the time was over before what was to go wrong did
	 */
	record Result(boolean struck, boolean late, boolean endedBefore, boolean succeeded, List<String> violations) {
	}

	Result carryOut() throws Exception {
		boolean runsBefore = cell.action() != FencedAction.ON;
		bed.restore(runsBefore);
		bed.prepare(cell);
		if (cell.step().compareTo(Step.LOGIN) <= 0) {
			arm();
		}
		long begin = System.nanoTime();
		FenceOutcome outcome = action.carryOut();
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		boolean struck = bed.hasStruck();
		bed.heal();
		List<String> violations = new ArrayList<>();
		judge(outcome, runsBefore, violations);
		boolean late = took.compareTo(whole().plus(LOG_OUT).plus(SLACK)) > 0;
		if (late) {
			violations.add("ended after " + took + " with a deadline of " + deadline + " for " + limit + ": " + outcome);
		}
		boolean endedBefore = cell.step() == Step.LOG_OUT && outcome instanceof FenceOutcome.Failed failed && failed.problem().kind() == Kind.TIMEOUT;
		return new Result(struck, late, endedBefore, outcome instanceof FenceOutcome.Succeeded, violations);
	}

	/** What goes wrong does so once, so one step takes all its time; all others together take no more than another would. */
	private Duration whole() {
		return limit == ActionRun.Limit.RUN ? deadline : deadline.multipliedBy(bed.answersOfACall() + 1);
	}

	private void arm() {
		armed = true;
		try {
			bed.arm(cell);
		} catch (Exception e) {
			throw new IllegalStateException(cell.toString(), e);
		}
	}

	private void reached(Step step, int operations) {
		if (!armed && step == cell.step() && (step == Step.LOG_OUT || operations == cell.action().operationsBefore())) {
			arm();
		}
	}

	private void judge(FenceOutcome outcome, boolean ranBefore, List<String> violations) throws Exception {
		if (outcome instanceof FenceOutcome.Failed failed) {
			Kind kind = failed.problem().kind();
			if (!bed.expected(cell).contains(kind) || cell.step() == Step.LOG_OUT) {
				violations.add("failed with " + failed.problem() + " instead of " + bed.expected(cell));
			}
		} else if (!isTrue(((FenceOutcome.Succeeded) outcome).achievement(), ranBefore)) {
			violations.add("told as " + outcome + ", and the plug is " + (bed.isOn() ? "on" : "not on") + " and was off " + bed.powerOffs() + " times");
		}
		if (bed.powerOffs() > 1 || bed.powerOffs() > 0 && (!cell.action().changesPower() || cell.action() == FencedAction.ON)) {
			violations.add("the plug was powered off " + bed.powerOffs() + " times");
		}
		if (bed.anotherWasPowered()) {
			violations.add("another machine was powered");
		}
		if (bed.strangerWasTold()) {
			violations.add("another server was told something");
		}
		if (bed.openSessions().orElse(0) > 0 && bed.mayLeaveASession(cell).isEmpty()) {
			violations.add("left a session open: " + outcome + " " + action.told());
		}
		violations.addAll(leaks(outcome));
	}

	private boolean isTrue(Achievement achievement, boolean ranBefore) throws Exception {
		return switch (achievement) {
			case POWERED_ON, ALREADY_ON -> bed.isOn();
			case POWERED_OFF, ALREADY_OFF -> !bed.isOn();
			case REBOOTED -> !ranBefore || bed.powerOffs() == 1;
			case IS_ON -> ranBefore;
			case IS_OFF -> !ranBefore;
			case USABLE, LISTED, VALID -> true;
		};
	}

	private List<String> leaks(FenceOutcome outcome) {
		Object password = bed.options().get(StandardOptions.PASSWORD);
		if (!(password instanceof Secret secret)) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(action.told());
		texts.add(outcome.toString());
		return texts.stream().filter(text -> text.contains(secret.reveal())).map(text -> "tells the password").toList();
	}
}
