package org.palisade.ui.devices.internal;

/** The ids of the commands of this view. */
public final class DeviceCommands {

	private static final String PREFIX = "org.palisade.ui.devices.command.";

	/** Asks for a file and adds it to the view. */
	public static final String OPEN = PREFIX + "open";
	/** Opens the file of a cluster in its editor. */
	public static final String EDIT = PREFIX + "edit";
	/** Shows the machine of a device in the inventory. */
	public static final String REVEAL = PREFIX + "reveal";
	/** Looks whether devices work. */
	public static final String MONITOR = PREFIX + "monitor";
	/** Looks again and again. */
	public static final String PERIODICALLY = PREFIX + "periodically";
	/** Writes a configuration in another form. */
	public static final String EXPORT = PREFIX + "export";

	private DeviceCommands() {
	}
}
