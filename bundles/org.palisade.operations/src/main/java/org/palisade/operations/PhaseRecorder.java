package org.palisade.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.palisade.api.FenceException;
import org.palisade.api.Plug;
import org.palisade.api.time.MonotonicClock;

/** Measures the phases of one operation, in the thread that carries it out. */
final class PhaseRecorder {

	/** A call that may fail. */
	@FunctionalInterface
	interface Step<T> {
		T take() throws FenceException;
	}

	private final MonotonicClock clock;
	private final Consumer<Phase> begun;
	private final long start;
	private final List<PhaseTiming> timings = new ArrayList<>();
	private Phase latest;
	private Optional<Plug> plug = Optional.empty();

	PhaseRecorder(MonotonicClock clock, Consumer<Phase> begun) {
		this.clock = clock;
		this.begun = begun;
		this.start = clock.nanoTime();
	}

	<T> T measure(Phase phase, Step<T> step) throws FenceException {
		if (phase != latest) {
			latest = phase;
			begun.accept(phase);
		}
		long before = clock.nanoTime();
		boolean failed = true;
		try {
			T result = step.take();
			failed = false;
			return result;
		} finally {
			timings.add(new PhaseTiming(phase, Duration.ofNanos(before - start), Duration.ofNanos(clock.nanoTime() - before), failed));
		}
	}

	/** A step that cannot fail. */
	void measureUnfailing(Phase phase, Runnable step) {
		begun.accept(phase);
		long before = clock.nanoTime();
		step.run();
		timings.add(new PhaseTiming(phase, Duration.ofNanos(before - start), Duration.ofNanos(clock.nanoTime() - before), false));
	}


	/** Notes what the operation is about, as the server knows it. */
	void found(Plug found) {
		plug = Optional.of(found);
	}

	Optional<Plug> plug() {
		return plug;
	}

	List<PhaseTiming> timings() {
		return List.copyOf(timings);
	}
}
