package org.palisade.launcher.internal;

/** The symbolic name in a {@code Bundle-SymbolicName} header, which may carry directives. */
final class SymbolicName {

	private SymbolicName() {
	}

	static String of(String header) {
		int end = header.indexOf(';');
		return (end < 0 ? header : header.substring(0, end)).strip();
	}
}
