package org.palisade.api.option;

/**
 * The names of the options that the core declares for every back end, so that a back end can read them and name those it requires.
 * Their meaning is that of the fence-agent contract (ClusterLabs fence-agents, {@code doc/FenceAgentAPI.md}).
 */
public final class StandardOptions {

	/** Host, {@code host:port} or {@code [IPv6]:port} of the server. */
	public static final String IP = "ip"; //$NON-NLS-1$
	/** TCP port of the server; a port in {@link #IP} wins. Integer. */
	public static final String IP_PORT = "ipport"; //$NON-NLS-1$
	/** User name of the log-in. */
	public static final String USERNAME = "username"; //$NON-NLS-1$
	/** Password of the log-in, already taken from the password script where one is configured. Secret. */
	public static final String PASSWORD = "password"; //$NON-NLS-1$
	/**
	 * Executable file whose output is the password. The core runs it, before a session is opened; a back end only has to know that there is
	 * one when it checks options. String.
	 */
	public static final String PASSWORD_SCRIPT = "password_script";
	/** How to reboot: {@code onoff} or {@code cycle}, the latter by {@link org.palisade.api.PowerOperation#CYCLE}. Select. */
	public static final String METHOD = "method";
	/** The value of {@link #METHOD} that asks for a reset. */
	public static final String METHOD_CYCLE = "cycle";
	/** Whether to use TLS; true by default. Boolean. */
	public static final String SSL = "ssl"; //$NON-NLS-1$
	/** Whether to use TLS with a verified certificate. Boolean. */
	public static final String SSL_SECURE = "ssl_secure"; //$NON-NLS-1$
	/** Whether to use TLS without verifying the certificate. Boolean. */
	public static final String SSL_INSECURE = "ssl_insecure"; //$NON-NLS-1$
	/** PEM file of the certificate authorities to trust instead of those of the Java installation. */
	public static final String SSL_CA_FILE = "ssl_ca_file"; //$NON-NLS-1$
	/** SHA-256 fingerprint in hexadecimal digits, with or without colons, of the one certificate to trust. */
	public static final String SSL_FINGERPRINT = "ssl_fingerprint"; //$NON-NLS-1$
	/** Use IPv4 addresses only. Boolean. */
	public static final String INET4_ONLY = "inet4_only"; //$NON-NLS-1$
	/** Use IPv6 addresses only. Boolean. */
	public static final String INET6_ONLY = "inet6_only"; //$NON-NLS-1$
	/** Restricts look-ups to the datacenter of this name. */
	public static final String VMWARE_DATACENTER = "vmware_datacenter"; //$NON-NLS-1$
	/**
	 * Where to remember inventories between runs: an absolute path of a folder, or {@link #LOOKUP_CACHE_OFF}. String. See
	 * {@link org.palisade.api.lookup.LookUpService}.
	 */
	public static final String LOOKUP_CACHE = "lookup_cache";
	/** The value of {@link #LOOKUP_CACHE} with which nothing is remembered. */
	public static final String LOOKUP_CACHE_OFF = "off";
	/** Helper executable. */
	public static final String EXEC = "exec"; //$NON-NLS-1$

	private StandardOptions() {
	}
}
