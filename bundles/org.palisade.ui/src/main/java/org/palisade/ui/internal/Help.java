package org.palisade.ui.internal;

/** Ids of the help contexts. */
public final class Help {

	private static final String PREFIX = "org.palisade.ui.help.";

	/** The inventory. */
	public static final String INVENTORY = PREFIX + "inventory";
	/** A connection. */
	public static final String CONNECTION = PREFIX + "connection";
	/** The history. */
	public static final String HISTORY = PREFIX + "history";

	/** The preferences. */
	public static final String PREFERENCES = PREFIX + "preferences";
	/** The question before a machine is interrupted. */
	public static final String CONFIRM = PREFIX + "confirm";
	/** A server's certificate. */
	public static final String CERTIFICATE = PREFIX + "certificate";

	/** Fence devices. */
	public static final String DEVICES = PREFIX + "devices";
	/** The editors of cluster configurations. */
	public static final String EDITOR = PREFIX + "editor";

	private Help() {
	}
}
