package org.palisade.tck;

import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;

/** A caller who gives up when the back end looks for the n-th time whether he has: a cancellation at a known point of a call. Thread-safe. */
final class CancellationAtALook implements Cancellation {

	private final CancellationSource source = new CancellationSource();
	private final int looksUntilRequest;
	private int looks;
	private boolean armed;

	/** @param looksUntilRequest at which look, one or more, after {@link #arm()} */
	CancellationAtALook(int looksUntilRequest) {
		this.looksUntilRequest = looksUntilRequest;
	}

	/** Counts from now on. */
	synchronized void arm() {
		armed = true;
	}

	/** {@return whether he has given up} Does not count as a look. */
	boolean hasGivenUp() {
		return source.requested();
	}

	@Override
	public boolean requested() {
		look();
		return source.requested();
	}

	@Override
	public Registration onRequest(Runnable action) {
		look();
		return source.onRequest(action);
	}

	private void look() {
		boolean due;
		synchronized (this) {
			due = armed && ++looks == looksUntilRequest;
		}
		if (due) {
			source.request();
		}
	}
}
