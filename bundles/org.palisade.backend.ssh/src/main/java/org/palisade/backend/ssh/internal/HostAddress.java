package org.palisade.backend.ssh.internal;

import java.util.OptionalInt;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.option.StandardOptions;

/**
 * Where the SSH server is.
 *
 * @param host a name, an IPv4 or an IPv6 address, without brackets
 * @param port the TCP port
 */
record HostAddress(String host, int port) {

	private static final int SSH_PORT = 22;
	private static final int HIGHEST_PORT = 65535;

	/**
	 * Reads {@code host}, {@code host:port}, {@code IPv6} or {@code [IPv6]:port}.
	 *
	 * @param port the port that holds when the text has none
	 */
	static HostAddress parse(String text, OptionalInt port) throws FenceException {
		int bracket = text.indexOf(']');
		boolean bracketed = text.startsWith("[") && bracket > 0;
		int colon = bracketed ? bracket + 1 : text.indexOf(':');
		// More than one colon without brackets: an IPv6 address, which cannot carry a port.
		boolean hasPort = colon > 0 && colon < text.length() && (bracketed || colon == text.lastIndexOf(':'));
		if (bracketed && hasPort && text.charAt(colon) != ':') {
			throw malformed(text);
		}
		String host = bracketed ? text.substring(1, bracket) : hasPort ? text.substring(0, colon) : text;
		if (!isPlausible(host)) {
			throw malformed(text);
		}
		return new HostAddress(host, hasPort ? portOf(text, text.substring(colon + 1)) : checked(port.orElse(SSH_PORT)));
	}

	private static boolean isPlausible(String host) {
		return !host.isEmpty() && host.charAt(0) != '-'
				&& host.chars().allMatch(character -> character > ' ' && character != 0x7f && "[]/@,".indexOf(character) < 0);
	}

	private static int portOf(String text, String digits) throws FenceException {
		try {
			return checked(Integer.parseInt(digits));
		} catch (NumberFormatException notANumber) {
			throw malformed(text);
		}
	}

	private static int checked(int port) throws FenceException {
		if (port < 1 || port > HIGHEST_PORT) {
			throw Problems.option(NLS.bind(Messages.Port_OutOfRange, StandardOptions.IP_PORT, port), Messages.Port_Advice);
		}
		return port;
	}

	private static FenceException malformed(String text) {
		return Problems.option(NLS.bind(Messages.Address_Malformed, StandardOptions.IP, Problems.quote(text)), Messages.Address_Advice);
	}

	/** The form in which OpenSSH's known_hosts names a server. */
	String knownHostsName() {
		return port == SSH_PORT ? host : "[" + host + "]:" + port;
	}

	@Override
	public String toString() {
		return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
	}
}
