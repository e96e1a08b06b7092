package org.palisade.api.time;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Cancellation} together with the means to request it. Thread-safe.
 */
public final class CancellationSource implements Cancellation {

	private final List<Runnable> actions = new ArrayList<>();
	private boolean requested;

	/**
	 * Requests cancellation and runs the registered actions in the calling thread. Further calls do nothing.
	 */
	public void request() {
		List<Runnable> due;
		synchronized (actions) {
			if (requested) {
				return;
			}
			requested = true;
			due = List.copyOf(actions);
			actions.clear();
		}
		due.forEach(Runnable::run);
	}

	@Override
	public boolean requested() {
		synchronized (actions) {
			return requested;
		}
	}

	@Override
	public Registration onRequest(Runnable action) {
		// A wrapper of its own, so that removing one registration of an action leaves another of the same action alone.
		Runnable registered = () -> action.run();
		synchronized (actions) {
			if (!requested) {
				actions.add(registered);
				return () -> remove(registered);
			}
		}
		registered.run();
		return () -> { };
	}

	private void remove(Runnable registered) {
		synchronized (actions) {
			actions.remove(registered);
		}
	}
}
