package org.palisade.ui.devices.internal;

/** The ids of the commands of this view. */
public final class DeviceCommands {

	private static final String PREFIX = "org.palisade.ui.devices.command.";

	/** Asks for a file and adds it to the view. */
	public static final String OPEN = PREFIX + "open";
	/** Takes configurations off the view. */
	public static final String CLOSE = PREFIX + "close";
	/** Opens the file of a cluster in its editor. */
	public static final String EDIT = PREFIX + "edit";
	/** Shows the machine of a device in the inventory. */
	public static final String REVEAL = PREFIX + "reveal";
	/** Looks whether devices work. */
	public static final String MONITOR = PREFIX + "monitor";
	/** Looks again and again. */
	public static final String PERIODICALLY = PREFIX + "periodically";
	/** Reads the configurations again. */
	public static final String REFRESH = PREFIX + "refresh";
	/** Writes a configuration in another form. */
	public static final String EXPORT = PREFIX + "export";
	/** Replaces a configuration by one of another file. */
	public static final String IMPORT = PREFIX + "import";

	private DeviceCommands() {
	}
}
