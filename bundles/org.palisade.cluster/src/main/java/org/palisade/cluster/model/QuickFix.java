package org.palisade.cluster.model;

import java.util.List;

/**
 * A way to mend what was found. {@code config_version} is not touched; see {@link DocumentEditor#versionEdits()}.
 *
 * @param label what it does, in the imperative, for a menu
 * @param complete whether nothing is left to a person afterwards; something is where a script has to be written, a name was guessed, or
 *        the cluster behaves differently
 * @param edits the changes, which belong together and refer to the text that was checked
 */
public record QuickFix(String label, boolean complete, List<TextEdit> edits) {

	/** Copies the list. */
	public QuickFix {
		edits = List.copyOf(edits);
	}
}
