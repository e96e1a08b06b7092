package org.palisade.core.exploration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leads one run after the other through all sequences of choices, depth first. A run that comes to a state from which everything was tried already is
 * broken off there: the engine is deterministic, so what it has been told so far, the world and what the environment may still do are all that
 * matters.
 */
final class Choices {

	/** Ends a run of which nothing new is to be expected. No exception, as the engine survives all of those. */
	static final class NothingNew extends Error {

		private static final long serialVersionUID = 1L;

		NothingNew() {
			super(null, null, false, false);
		}
	}

	private record Told(int before, String what) {
	}

	private record State(int told, String point, Object world) {
	}

	private final List<int[]> path = new ArrayList<>();
	private final Map<Told, Integer> histories = new HashMap<>();
	private final Set<State> visited = new HashSet<>();
	private int depth;
	private int told;
	private long transitions;

	/** Begins a run. */
	void begin() {
		depth = 0;
		told = 0;
	}

	/** Notes what the engine is told, by which its next step is determined. */
	void tell(String what) {
		told = histories.computeIfAbsent(new Told(told, what), ignored -> histories.size() + 1);
	}

	/**
	 * {@return one of {@code count} possibilities}
	 *
	 * @param point where the choice is made, among those between two answers
	 * @param world all that matters apart from what the engine was told
	 * @throws NothingNew when all of them were tried in this state
	 */
	int choose(String point, int count, Object world) {
		if (depth < path.size()) {
			return path.get(depth++)[0];
		}
		if (!visited.add(new State(told, point, world))) {
			throw new NothingNew();
		}
		path.add(new int[] { 0, count });
		transitions += count;
		depth++;
		return 0;
	}

	/** {@return whether there is another run to make} */
	boolean next() {
		while (!path.isEmpty()) {
			int[] last = path.get(path.size() - 1);
			if (++last[0] < last[1]) {
				return true;
			}
			path.remove(path.size() - 1);
		}
		return false;
	}

	int states() {
		return visited.size();
	}

	long transitions() {
		return transitions;
	}

	@Override
	public String toString() {
		return path.subList(0, Math.min(depth, path.size())).stream().map(choice -> Integer.toString(choice[0])).toList().toString();
	}
}
