package org.palisade.inventory.internal;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.Diagnostics;

/** Tells what makes no sense in the server's updates: the first few, as a server that is wrong once may be wrong thousands of times. */
final class Oddities {

	private static final int MOST_TOLD = 5;

	private final Diagnostics diagnostics;
	private int count;

	Oddities(Diagnostics diagnostics) {
		this.diagnostics = diagnostics;
	}

	/**
	 * @param what one sentence, without a full stop
	 */
	void report(String what) {
		count++;
		if (count <= MOST_TOLD) {
			diagnostics.warning(NLS.bind(Messages.odd_update, what));
		} else if (count == MOST_TOLD + 1) {
			diagnostics.warning(Messages.odd_updates_more);
		}
	}
}
