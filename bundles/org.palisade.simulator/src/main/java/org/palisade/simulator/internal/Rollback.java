package org.palisade.simulator.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Undoes what was begun when the rest fails. Used by one thread. */
final class Rollback implements AutoCloseable {

	private final Deque<Runnable> steps = new ArrayDeque<>();

	/** What to do when the rest fails; the step added last is undone first. */
	void add(Runnable undo) {
		steps.push(undo);
	}

	/** Nothing failed. */
	void complete() {
		steps.clear();
	}

	@Override
	public void close() {
		steps.forEach(Runnable::run);
	}
}
