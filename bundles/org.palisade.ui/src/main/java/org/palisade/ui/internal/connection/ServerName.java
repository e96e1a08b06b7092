package org.palisade.ui.internal.connection;

/**
 * Host and port of an address in one of the forms {@code host}, {@code host:port}, {@code [IPv6]} and {@code [IPv6]:port}.
 *
 * @param host a name or an address, without brackets
 * @param port TCP port
 */
record ServerName(String host, int port) {

	/** {@return host and port, the default one where the address has none that makes sense} */
	static ServerName of(String address, int defaultPort) {
		int bracket = address.indexOf(']');
		if (address.startsWith("[") && bracket > 0) {
			return new ServerName(address.substring(1, bracket), port(address.substring(bracket + 1), defaultPort));
		}
		int colon = address.indexOf(':');
		boolean single = colon >= 0 && colon == address.lastIndexOf(':');
		return single ? new ServerName(address.substring(0, colon), port(address.substring(colon), defaultPort)) : new ServerName(address, defaultPort);
	}

	private static int port(String text, int defaultPort) {
		return text.matches(":\\d{1,5}") && Integer.parseInt(text.substring(1)) <= 65_535 ? Integer.parseInt(text.substring(1)) : defaultPort;
	}
}
