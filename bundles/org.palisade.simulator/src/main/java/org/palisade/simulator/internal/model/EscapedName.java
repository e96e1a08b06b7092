package org.palisade.simulator.internal.model;

/** The escaping of names in the inventory: a slash is {@code %2f}, a backslash {@code %5c}, a percent sign {@code %25}. */
public final class EscapedName {

	private EscapedName() {
	}

	/** Escapes a name as a person would write it. */
	public static String of(String plain) {
		return plain.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
	}
}
