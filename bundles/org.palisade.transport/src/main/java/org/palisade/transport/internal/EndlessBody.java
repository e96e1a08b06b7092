package org.palisade.transport.internal;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A body that ends with the connection. Closing it leaves the connection to its owner. */
final class EndlessBody extends FilterInputStream {

	EndlessBody(InputStream in) {
		super(in);
	}

	@Override
	public void close() {
		// The connection is closed by its owner, who knows whether the rest is worth reading.
	}
}
