package org.palisade.core.option;

/**
 * The names of the declared options that the core and the agent read themselves. Those that a back end reads as well are in
 * {@link org.palisade.api.option.StandardOptions}.
 */
public final class CoreOptions {

	/** What to do, see {@link FenceAction}. */
	public static final String ACTION = "action";
	/** Which plug. String. */
	public static final String PLUG = "plug";
	/** Which back end. String. */
	public static final String VMWARE_TYPE = "vmware_type";
	/** Which back end to use where the server does not offer the interface of the first one. String. */
	public static final String FALLBACK_TYPE = "fallback_type";
	/** What stands between plugs when there are several. String. */
	public static final String PLUG_SEPARATOR = "plug_separator";
	/** Whether the plug is the address of the server as well. Boolean. */
	public static final String PORT_AS_IP = "port_as_ip";
	/** Accepted for the sake of old configurations; TLS is never downgraded. Boolean. */
	public static final String NO_TLS = "notls";
	/** What stands between the fields of a listing. String. */
	public static final String SEPARATOR = "separator";
	/** How long logging in may take. Seconds. */
	public static final String LOGIN_TIMEOUT = "login_timeout";
	/** How long one answer of the server may take. Seconds. */
	public static final String SHELL_TIMEOUT = "shell_timeout";
	/** How long one power operation may take. Seconds. */
	public static final String POWER_TIMEOUT = "power_timeout";
	/** How long to wait after a power operation before its result is read back. Seconds. */
	public static final String POWER_WAIT = "power_wait";
	/** Accepted for the sake of old configurations; nothing is polled. Seconds. */
	public static final String STONITH_STATUS_SLEEP = "stonith_status_sleep";
	/** How long to wait before an off or reboot begins. Seconds. */
	public static final String DELAY = "delay";
	/** How often to try to power on. Integer. */
	public static final String RETRY_ON = "retry_on";
	/** Whether to lift the three timeouts, as a boolean word. String. */
	public static final String DISABLE_TIMEOUT = "disable_timeout";
	/** Whether a plug that does not exist counts as off. Boolean. */
	public static final String MISSING_AS_OFF = "missing_as_off";
	/** Whether a suspended plug counts as off. Boolean. */
	public static final String SUSPENDED_AS_OFF = "suspended_as_off";
	/** File to which everything that is told is appended, details included. String. */
	public static final String DEBUG_FILE = "debug_file";
	/** File to which the audit record of each power operation is appended. String. */
	public static final String AUDIT_FILE = "audit_file";
	/** Whether to tell nothing on standard error. Boolean. */
	public static final String QUIET = "quiet";
	/** Whether to tell details. Boolean. */
	public static final String VERBOSE = "verbose";
	/** How much detail to tell. Integer. */
	public static final String VERBOSE_LEVEL = "verbose_level";
	/** Show the version and end. Boolean. */
	public static final String VERSION = "version";
	/** Show the help and end. Boolean. */
	public static final String HELP = "help";

	private CoreOptions() {
	}
}
