package org.palisade.launcher.plugin;

/** The symbolic name in a {@code Bundle-SymbolicName} header, which may carry directives. */
public final class SymbolicName {

	private SymbolicName() {
	}

	/** {@return the name without directives} */
	public static String of(String header) {
		int end = header.indexOf(';');
		return (end < 0 ? header : header.substring(0, end)).strip();
	}
}
