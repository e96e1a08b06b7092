package org.palisade.vsphere.internal;

import java.io.IOException;

/** An answer that is no SOAP message, or exceeds a limit. Its message is for a debug log. */
final class MalformedAnswer extends IOException {

	private static final long serialVersionUID = 1L;

	MalformedAnswer(String message) {
		super(message);
	}
}
