package org.palisade.backend.ssh.internal;

import org.eclipse.osgi.util.NLS;

/** The texts for the user, from {@code messages.properties}. */
final class Messages extends NLS {

	public static String Summary;
	public static String Option_Ssh;
	public static String Option_IdentityFile;
	public static String Option_SshOptions;
	public static String Option_SshPath;
	public static String Option_SshKnownHosts;
	public static String Option_Vmipaddr;
	public static String Option_Vmlogin;
	public static String Option_Vmpasswd;
	public static String Option_VmpasswdScript;
	public static String Step_LogIn;
	public static String Step_List;
	public static String Step_State;
	public static String Step_On;
	public static String Step_Off;
	public static String TimedOut;
	public static String TimedOut_Advice;
	public static String Cancelled;
	public static String Address_Malformed;
	public static String Address_Advice;
	public static String Family_Both;
	public static String Family_Advice;
	public static String ControlCharacter;
	public static String ControlCharacter_Advice;
	public static String Login_NothingToLogInWith;
	public static String Login_NothingToLogInWith_Advice;
	public static String Login_Refused;
	public static String Login_Refused_Advice;
	public static String LoggedIn;
	public static String Identity_Unreadable;
	public static String Identity_Unreadable_Advice;
	public static String Identity_NotAKey;
	public static String Identity_NotAKey_Advice;
	public static String Identity_Encrypted;
	public static String Identity_Encrypted_Advice;
	public static String SecondLogin_Incomplete;
	public static String SecondLogin_Advice;
	public static String SecondLogin_Refused_Advice;
	public static String SshOptions_Advice;
	public static String SshOptions_OpenQuote;
	public static String SshOptions_NoValue;
	public static String SshOptions_Seconds;
	public static String SshOptions_Seconds_Advice;
	public static String SshOptions_Weakening;
	public static String SshOptions_Weakening_Advice;
	public static String SshOptions_KnownHosts;
	public static String SshOptions_KnownHosts_Advice;
	public static String SshOptions_UnknownAlgorithm;
	public static String SshOptions_UnknownAlgorithm_Advice;
	public static String SshOptions_NoAlgorithm;
	public static String SshOptions_Ignored;
	public static String SshPath_Ignored;
	public static String KnownHosts_Missing;
	public static String KnownHosts_Missing_Advice;
	public static String KnownHosts_Unreadable;
	public static String KnownHosts_Malformed;
	public static String KnownHosts_Malformed_Advice;
	public static String HostKey_Unknown;
	public static String HostKey_Unknown_Advice;
	public static String HostKey_Changed;
	public static String HostKey_Changed_Advice;
	public static String HostKey_Revoked;
	public static String HostKey_Revoked_Advice;
	public static String Handshake_Failed;
	public static String Handshake_Advice;
	public static String Algorithms_NoneCommon;
	public static String Algorithms_Advice;
	public static String Algorithms_NoneKnown_Advice;
	public static String Connection_Failed;
	public static String Connection_Failed_Advice;
	public static String Output_TooLong;
	public static String Output_Incomplete;
	public static String Output_Incomplete_Advice;
	public static String State_Stuck;
	public static String State_Stuck_Advice;
	public static String State_Unknown;
	public static String Plug_ControlCharacter;
	public static String Machine_ControlCharacter;
	public static String List_Senseless;
	public static String List_Senseless_Advice;
	public static String NotRegistered;
	public static String NotFound_Advice;
	public static String Privilege_Advice;
	public static String Command_Missing;
	public static String Command_Missing_Advice;
	public static String Command_Failed;
	public static String Command_Failed_Advice;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
