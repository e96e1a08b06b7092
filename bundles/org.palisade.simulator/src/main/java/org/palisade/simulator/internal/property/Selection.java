package org.palisade.simulator.internal.property;

import java.util.List;

/** How to get from a selected object to further ones. */
sealed interface Selection {

	/**
	 * Goes by the name of a traversal anywhere in the same object specification.
	 *
	 * @param name that name
	 */
	record Named(String name) implements Selection {
	}

	/**
	 * Follows a property.
	 *
	 * @param name the name by which others refer to it, or empty
	 * @param type the type of the objects that it starts from
	 * @param path the property that refers to others
	 * @param skip whether the objects it leads to are only passed
	 * @param selections how to go on from those
	 */
	record Traversal(String name, String type, PropertyPath path, boolean skip, List<Selection> selections) implements Selection {

		public Traversal {
			selections = List.copyOf(selections);
		}

		// Two equal traversals at different places are different traversals.
		@Override
		public boolean equals(Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}
	}
}
