package org.palisade.operations;

import java.time.Duration;

import org.palisade.api.Diagnostics;

/** Follows an operation, in the thread that carries it out. */
public interface OperationObserver extends Diagnostics {

	/** It has begun and ends within that time, whatever happens. */
	void limited(Duration limit);

	/** A phase has begun. */
	void phase(Phase phase);
}
