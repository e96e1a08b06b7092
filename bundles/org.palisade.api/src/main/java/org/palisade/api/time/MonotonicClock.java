package org.palisade.api.time;

/**
 * A clock that never jumps, for measuring how much time is left. Implementations are thread-safe.
 */
@FunctionalInterface
public interface MonotonicClock {

	/**
	 * {@return nanoseconds since an arbitrary, fixed origin} Only differences of two values of one clock mean anything.
	 */
	long nanoTime();

	/**
	 * {@return the clock of this Java virtual machine, which does not follow changes of the wall clock}
	 */
	static MonotonicClock system() {
		return System::nanoTime;
	}
}
