package org.palisade.core.exploration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceSession;
import org.palisade.api.PlugSelector;
import org.palisade.api.PowerState;
import org.palisade.api.option.OptionValues;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceOutcome.Achievement;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.exploration.ModelBackEnd.Memory;
import org.palisade.core.option.FenceAction;
import org.palisade.core.option.PowerMethod;

/** Explores all that can happen to one request, up to so many moves of the environment, and judges each end. */
final class Explorer {

	private static final int SHOWN = 3;
	private static final int MOST_TRIES = 2;
	private static final Diagnostics SILENT = new Diagnostics() {
		@Override
		public void warning(String message) {
			// What is told is the concern of other tests.
		}

		@Override
		public void detail(String message) {
			// What is told is the concern of other tests.
		}
	};

	/** A request and the world in which it is made. */
	record Scenario(FenceAction action, PowerMethod method, boolean missingAsOff, PowerState power, Memory memory) {
	}

	/** What stands between the engine and the session, so that a check can be left out. */
	@FunctionalInterface
	interface Seam {
		FenceSession around(FenceSession session, ModelRun run);
	}

	/** What was explored. */
	record Result(long states, long transitions, long ends, List<String> violations) {
	}

	private final Scenario scenario;
	private final int moves;
	private final Seam seam;

	/**
	 * @param moves how often the environment may move during the request
	 */
	Explorer(Scenario scenario, int moves, Seam seam) {
		this.scenario = scenario;
		this.moves = moves;
		this.seam = seam;
	}

	Result explore() {
		Choices choices = new Choices();
		List<String> violations = new ArrayList<>();
		long ends = 0;
		do {
			choices.begin();
			ModelRun run = new ModelRun(choices, World.of(scenario.power()), moves, scenario.memory() == Memory.OF_ANOTHER);
			try {
				judge(carryOut(run), run);
				ends++;
			} catch (Choices.NothingNew knownAlready) {
				continue;
			} finally {
				if (!run.violations().isEmpty()) {
					violations.add(scenario + ", choices " + choices + ": " + run.violations() + "\n" + String.join("\n", run.log()));
				}
			}
		} while (violations.size() < SHOWN && choices.next());
		return new Result(choices.states(), choices.transitions(), ends, violations);
	}

	private FenceOutcome carryOut(ModelRun run) {
		Duration minute = Duration.ofMinutes(1);
		FenceSettings settings = new FenceSettings(Duration.ZERO, minute, minute, minute, Duration.ZERO, MOST_TRIES, scenario.missingAsOff(), false,
				scenario.method(), ",", false);
		FenceRequest request = new FenceRequest(scenario.action(), Optional.of(PlugSelector.of(World.NAME)), new ModelBackEnd(run, scenario.memory()),
				Optional.empty(), new OptionValues(Map.of(), Set.of()), settings, row -> { });
		FenceEngine engine = new FenceEngine(run::nanos, (duration, cancellation) -> { },
				(backEnd, options, context, deadline) -> seam.around(backEnd.open(options, context, deadline), run));
		return engine.run(request, run.cancellation(), SILENT);
	}

	private void judge(FenceOutcome outcome, ModelRun run) {
		run.log().add(outcome.toString());
		if (run.leftASession()) {
			run.violated("the session was not closed, or closed twice");
		}
		if (run.powerOffs() > (scenario.action() == FenceAction.OFF || scenario.action() == FenceAction.REBOOT ? 1 : 0)) {
			run.violated("powered off " + run.powerOffs() + " times");
		}
		int tries = scenario.action() == FenceAction.ON || scenario.action() == FenceAction.REBOOT ? MOST_TRIES : 0;
		if (run.powerOns() > tries) {
			run.violated("powered on " + run.powerOns() + " times");
		}
		if (outcome instanceof FenceOutcome.Succeeded succeeded) {
			judge(succeeded.achievement(), run);
		}
	}

	private void judge(Achievement achievement, ModelRun run) {
		if (run.gaveUp()) {
			run.violated("a success for a caller who gave up");
		}
		boolean offOrMissing = achievement == Achievement.ALREADY_OFF || achievement == Achievement.IS_OFF;
		if (scenario.missingAsOff() && offOrMissing && run.wasMissing()) {
			return;
		}
		if (run.subject().isEmpty()) {
			run.violated("a success without any plug having been read");
			return;
		}
		String plug = run.subject().get();
		if (!run.wasMeantAlone(plug)) {
			run.violated("a success for " + plug + ", which was never the only one that was meant");
		}
		boolean isTrue = switch (achievement) {
			case POWERED_OFF, ALREADY_OFF, IS_OFF, REBOOTED -> run.wasOff(plug);
			case POWERED_ON, ALREADY_ON -> run.wasOn(plug);
			default -> true;
		};
		if (!isTrue) {
			run.violated(achievement + " is not true");
		}
	}
}
