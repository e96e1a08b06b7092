package org.palisade.cluster.internal.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody meant who mistyped it. */
final class Names {

	private static final int FARTHEST = 2;

	private Names() {
	}

	/** {@return the candidate that is most like a name, if one is like it at all} */
	static Optional<String> nearest(String name, Collection<String> candidates) {
		return candidates.stream().filter(candidate -> !candidate.equals(name) && distance(name, candidate) <= farthest(name))
				.min(Comparator.comparingInt((String candidate) -> distance(name, candidate)).thenComparing(Comparator.naturalOrder()));
	}

	/** In a short name two mistakes are most of it. */
	private static int farthest(String name) {
		return name.length() < 5 ? 1 : FARTHEST;
	}

	/** {@return the Levenshtein distance, case aside} */
	private static int distance(String one, String other) {
		int[] previous = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] current = new int[other.length() + 1];
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
				current[j] = Math.min(previous[j - 1] + (same ? 0 : 1), 1 + Math.min(previous[j], current[j - 1]));
			}
			previous = current;
		}
		return previous[other.length()];
	}
}
