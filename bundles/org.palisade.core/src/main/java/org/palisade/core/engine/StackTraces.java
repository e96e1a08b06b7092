package org.palisade.core.engine;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as text, for details. */
final class StackTraces {

	private StackTraces() {
	}

	static String of(Throwable throwable) {
		StringWriter text = new StringWriter();
		throwable.printStackTrace(new PrintWriter(text, true));
		return text.toString();
	}
}
