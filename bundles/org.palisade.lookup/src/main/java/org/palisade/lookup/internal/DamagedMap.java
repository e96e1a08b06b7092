package org.palisade.lookup.internal;

import java.io.IOException;

/** A file that is no map, or one that was damaged. The message says what to tell the user. */
final class DamagedMap extends IOException {

	private static final long serialVersionUID = 1L;

	DamagedMap(String message) {
		super(message);
	}
}
