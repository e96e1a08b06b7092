package org.palisade.cluster.model;

import java.util.List;

/**
 * What a check found. Its texts never hold a secret.
 *
 * @param id the rule, for example {@code unknown-node}; documented, and the same in every language
 * @param severity how bad it is
 * @param where the place in the text
 * @param message what is wrong, in one sentence without a full stop
 * @param explanation why it matters and what to do
 * @param fixes ways to mend it, the best first; may be empty
 */
public record Finding(String id, Severity severity, TextRange where, String message, String explanation, List<QuickFix> fixes) {

	/** Copies the list. */
	public Finding {
		fixes = List.copyOf(fixes);
	}
}
