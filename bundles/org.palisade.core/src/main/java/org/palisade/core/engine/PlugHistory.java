package org.palisade.core.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.palisade.api.Plug;
import org.palisade.api.PlugState;
import org.palisade.api.PowerState;
import org.palisade.core.engine.AuditRecord.SeenState;

/** What was seen of one plug so far. */
final class PlugHistory {

	private final String asked;
	private final Optional<Plug> found;
	private final Stopwatch stopwatch;
	private final List<SeenState> states = new ArrayList<>();
	private Optional<FenceOutcome> outcome = Optional.empty();
	private Optional<Duration> duration = Optional.empty();

	/**
	 * @param asked the plug as the caller wrote it
	 * @param stopwatch runs since the request began
	 */
	PlugHistory(String asked, Optional<Plug> found, Stopwatch stopwatch) {
		this.asked = asked;
		this.found = found;
		this.stopwatch = stopwatch;
	}

	/** Notes a state that was read of the very plug. */
	void saw(PlugState state) {
		add(new SeenState(state.power(), state.doubt().isPresent()));
	}

	/** Notes a state that the back end saw while it carried an operation out. */
	void saw(PowerState power) {
		add(new SeenState(power, false));
	}

	private void add(SeenState state) {
		if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
			states.add(state);
		}
	}

	/** Notes that, so far, no more is to be done to this plug. */
	void pause() {
		duration = Optional.of(stopwatch.elapsed());
	}

	/** Notes an outcome of this plug alone. */
	void ended(FenceOutcome own) {
		outcome = Optional.of(own);
	}

	String asked() {
		return asked;
	}

	Optional<Plug> found() {
		return found;
	}

	List<SeenState> states() {
		return states;
	}

	/** {@return the outcome of this plug alone; empty when that of the request holds} */
	Optional<FenceOutcome> outcome() {
		return outcome;
	}

	/** {@return how long after the begin of the request the last step on this plug ended; now when there was none} */
	Duration duration() {
		return duration.orElseGet(stopwatch::elapsed);
	}
}
