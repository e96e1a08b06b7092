package org.palisade.simulator.internal;

import org.eclipse.osgi.util.NLS;

/** The texts that the program shows. */
@SuppressWarnings("javadoc")
public final class Messages extends NLS {

	public static String account;
	public static String cannotStart;
	public static String control;
	public static String help;
	public static String invalidCertificate;
	public static String invalidNumber;
	public static String listening;
	public static String malformedListen;
	public static String missingValue;
	public static String ready;
	public static String unknownOption;

	static {
		initializeMessages("org.palisade.simulator.internal.messages", Messages.class);
	}

	private Messages() {
	}
}
