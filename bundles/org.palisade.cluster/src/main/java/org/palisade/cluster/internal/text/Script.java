package org.palisade.cluster.internal.text;

import java.util.List;

import org.palisade.cluster.model.TextRange;

/**
 * Commands.
 *
 * @param statements the commands
 * @param comments where comments are
 */
public record Script(List<Statement> statements, List<TextRange> comments) {

	/** Copies the lists. */
	public Script {
		statements = List.copyOf(statements);
		comments = List.copyOf(comments);
	}
}
