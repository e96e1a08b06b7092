package org.palisade.launcher.plugin;

import org.eclipse.osgi.util.NLS;

/** Texts for users. */
final class Messages extends NLS {

	public static String class_missing;
	public static String class_newer;
	public static String class_ownCopy;
	public static String class_unreachable;
	public static String component_failed;
	public static String component_noConfiguration;
	public static String component_noReference;
	public static String component_noService;
	public static String component_unreadable;
	public static String component_unusable;
	public static String file_unreadable;
	public static String plugin_hangs;
	public static String plugin_noManifest;
	public static String plugin_noSymbolicName;
	public static String plugin_packed;
	public static String plugin_taken;
	public static String plugin_unused;
	public static String plugins_refused;
	public static String plugins_unreadable;
	public static String trust_group;
	public static String trust_groupAndOthers;
	public static String trust_others;
	public static String trust_owner;

	static {
		NLS.initializeMessages("org.palisade.launcher.plugin.messages", Messages.class);
	}

	private Messages() {
	}
}
