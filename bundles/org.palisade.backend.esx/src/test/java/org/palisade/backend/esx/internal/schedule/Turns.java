package org.palisade.backend.esx.internal.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Hands the turn from one agent to another, by chance but repeatably: of several only one runs at a time. Thread-safe. */
final class Turns {

	private final Random random;
	private final List<Integer> agents = new ArrayList<>();
	private int turn;

	Turns(Random random, int count) {
		this.random = random;
		for (int i = 0; i < count; i++) {
			agents.add(i);
		}
		next();
	}

	private synchronized void next() {
		if (!agents.isEmpty()) {
			turn = agents.get(random.nextInt(agents.size()));
		}
		notifyAll();
	}

	/** Returns when it is that agent's turn. */
	synchronized void await(int agent) {
		boolean interrupted = false;
		while (turn != agent) {
			try {
				wait();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** The agent lets others have their turn, and returns when it has its own again. */
	synchronized void pass(int agent) {
		next();
		await(agent);
	}

	/** The agent has ended. */
	synchronized void leave(int agent) {
		agents.remove((Integer) agent);
		next();
	}
}
