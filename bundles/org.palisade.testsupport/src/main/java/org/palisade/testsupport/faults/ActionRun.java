package org.palisade.testsupport.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.palisade.api.Diagnostics;
import org.palisade.api.PlugSelector;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Pause;
import org.palisade.core.engine.FenceEngine;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.engine.FenceRequest;
import org.palisade.core.engine.FenceSettings;
import org.palisade.core.option.PowerMethod;

/** Carries one action out, by the engine and a real back end. */
final class ActionRun {

	private static final Duration AMPLE = Duration.ofSeconds(60);

	/** What is limited. */
	enum Limit {
		/** The whole run, as under pacemaker. */
		RUN,
		/** The log-in, each answer and each power operation, as everywhere else. */
		EACH_STEP
	}

	private final FaultBed bed;
	private final FencedAction action;
	private final Limit limit;
	private final Duration deadline;
	private final StepSession.Steps steps;
	private final List<String> told = new ArrayList<>();

	/**
	 * @param deadline how long the whole run, or each step, may take
	 * @param steps hears of the steps that it takes
	 */
	ActionRun(FaultBed bed, FencedAction action, Limit limit, Duration deadline, StepSession.Steps steps) {
		this.bed = bed;
		this.action = action;
		this.limit = limit;
		this.deadline = deadline;
		this.steps = steps;
	}

	/** {@return the warnings and details so far} */
	List<String> told() {
		return List.copyOf(told);
	}

	FenceOutcome carryOut() {
		JumpingClock clock = new JumpingClock();
		FenceSettings settings = settings();
		Optional<PlugSelector> plug = action.namesAPlug() ? Optional.of(PlugSelector.of(bed.plug())) : Optional.empty();
		Duration runLimit = settings.runLimit(action.action(), plug);
		FenceEngine engine = new FenceEngine(clock, Pause.system(), (backEnd, options, context, until) -> {
			if (limit == Limit.RUN) {
				clock.forward(runLimit.minus(deadline));
			}
			return new StepSession(backEnd.open(options, context, until), steps);
		});
		Map<String, Object> values = new HashMap<>(bed.options());
		if (action == FencedAction.CYCLE) {
			values.put(StandardOptions.METHOD, StandardOptions.METHOD_CYCLE);
		}
		FenceRequest request = new FenceRequest(action.action(), plug, bed.backEnd(), Optional.empty(), new OptionValues(values, values.keySet()), settings,
				row -> { });
		return engine.run(request, Cancellation.never(), new Diagnostics() {
			@Override
			public void warning(String message) {
				told.add(message);
			}

			@Override
			public void detail(String message) {
				told.add(message);
			}
		});
	}

	private FenceSettings settings() {
		Duration each = limit == Limit.RUN ? AMPLE : deadline;
		PowerMethod method = action == FencedAction.CYCLE ? PowerMethod.CYCLE : PowerMethod.ONOFF;
		return new FenceSettings(Duration.ZERO, each, each, each, Duration.ZERO, 1, false, false, method, ",", limit == Limit.RUN);
	}
}
