package org.palisade.cluster.model;

import java.util.List;

/**
 * A way to mend what was found.
 *
 * @param label what it does, in the imperative, for a menu
 * @param edits the changes, which belong together and refer to the text that was checked
 */
public record QuickFix(String label, List<TextEdit> edits) {

	/** Copies the list. */
	public QuickFix {
		edits = List.copyOf(edits);
	}
}
