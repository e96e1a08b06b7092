package org.palisade.backend.vmrun.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of this bundle; where they stand for users, and with what in the place of numbers, is seen in the properties file. */
final class Messages extends NLS {

	public static String server1Summary;
	public static String server2Summary;
	public static String addressMalformed;
	public static String addressAdvice;
	public static String portOutOfRange;
	public static String portAdvice;
	public static String execNotAbsolute;
	public static String execMissing;
	public static String execNotExecutable;
	public static String execAdvice;
	public static String notVmrun;
	public static String versionTooOld;
	public static String versionAdvice;
	public static String notStarted;
	public static String optionNotPassable;
	public static String pathNotPassable;
	public static String encodingAdvice;
	public static String noVerification;
	public static String noVerificationAdvice;
	public static String passwordVisible;
	public static String addressFamilyIgnored;
	public static String listed;
	public static String timedOut;
	public static String timedOutAdvice;
	public static String cancelled;
	public static String tooMuchOutput;
	public static String listingIncomplete;
	public static String listingAdvice;
	public static String commandFailed;
	public static String saidNothing;
	public static String loginAdvice;
	public static String privilegeAdvice;
	public static String dnsAdvice;
	public static String tlsAdvice;
	public static String notFoundAdvice;
	public static String connectionAdvice;
	public static String otherFailureAdvice;
	public static String noLongerRegistered;
	public static String listedTwice;
	public static String listedTwiceAdvice;
	public static String runsUnregistered;
	public static String runsUnderOtherPath;
	public static String nothingRegistered;
	public static String nothingRegisteredAdvice;
	public static String notAbsolute;
	public static String notAbsoluteAdvice;
	public static String runsInOtherCase;
	public static String notSeenOn;
	public static String notSeenOff;
	public static String notSeenAdvice;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
