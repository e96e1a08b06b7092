package org.palisade.operations;

import java.util.List;
import java.util.Objects;

import org.palisade.core.engine.FenceOutcome;

/**
 * How an operation ended. Immutable.
 *
 * @param entry what is remembered of it
 * @param outcome what the engine says
 * @param warnings what the user should know nevertheless, a sentence each without a full stop
 */
public record OperationResult(HistoryEntry entry, FenceOutcome outcome, List<String> warnings) {

	/** Refuses nulls and copies the list. */
	public OperationResult {
		Objects.requireNonNull(entry);
		Objects.requireNonNull(outcome);
		warnings = List.copyOf(warnings);
	}
}
