package org.palisade.transport;

import java.util.Objects;
import java.util.OptionalInt;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.transport.internal.Messages;

/**
 * Where a server listens. Immutable.
 *
 * @param host a host name, an IPv4 address, or an IPv6 address without brackets
 * @param port the TCP port, 1 to 65535
 */
public record ServerAddress(String host, int port) {

	private static final int HIGHEST_PORT = 65_535;
	private static final int LONGEST_PORT = 5;

	/** Refuses nulls. */
	public ServerAddress {
		Objects.requireNonNull(host);
	}

	/**
	 * Reads the forms {@code host}, {@code host:port}, {@code [IPv6]}, {@code [IPv6]:port} and a bare IPv6 address.
	 *
	 * @param text the value of the option {@code ip}
	 * @param portOption the value of the option {@code ipport}; a port in {@code text} wins over it
	 * @param defaultPort the port when neither says one
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when the text has none of these forms or a port is out of range
	 */
	public static ServerAddress parse(String text, OptionalInt portOption, int defaultPort) throws FenceException {
		String trimmed = text.strip();
		if (trimmed.startsWith("[")) {
			return bracketed(trimmed, portOption, defaultPort);
		}
		int colon = trimmed.indexOf(':');
		if (colon < 0 || colon != trimmed.lastIndexOf(':')) {
			return new ServerAddress(checkedHost(trimmed, text), portOf(portOption, defaultPort));
		}
		return new ServerAddress(checkedHost(trimmed.substring(0, colon), text), port(trimmed.substring(colon + 1), text));
	}

	private static ServerAddress bracketed(String trimmed, OptionalInt portOption, int defaultPort) throws FenceException {
		int end = trimmed.indexOf(']');
		if (end < 0 || trimmed.indexOf(':') > end) {
			throw malformed(trimmed);
		}
		String host = checkedHost(trimmed.substring(1, end), trimmed);
		String rest = trimmed.substring(end + 1);
		if (rest.isEmpty()) {
			return new ServerAddress(host, portOf(portOption, defaultPort));
		}
		if (rest.charAt(0) != ':') {
			throw malformed(trimmed);
		}
		return new ServerAddress(host, port(rest.substring(1), trimmed));
	}

	private static String checkedHost(String host, String whole) throws FenceException {
		boolean inet6 = host.indexOf(':') >= 0;
		for (int i = 0; i < host.length(); i++) {
			char c = host.charAt(i);
			boolean common = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '_';
			if (!common && !(inet6 && (c == ':' || c == '%'))) {
				throw malformed(whole);
			}
		}
		if (host.isEmpty() || host.charAt(0) == '-') {
			throw malformed(whole);
		}
		return host;
	}

	/** Java would also take a sign, and the digits of other scripts. */
	private static int port(String digits, String whole) throws FenceException {
		boolean number = !digits.isEmpty() && digits.length() <= LONGEST_PORT && digits.chars().allMatch(c -> c >= '0' && c <= '9');
		int port = number ? Integer.parseInt(digits) : 0;
		if (port < 1 || port > HIGHEST_PORT) {
			throw malformed(whole);
		}
		return port;
	}

	private static int portOf(OptionalInt option, int defaultPort) throws FenceException {
		int port = option.orElse(defaultPort);
		if (port < 1 || port > HIGHEST_PORT) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.port_out_of_range, Integer.toString(port)),
					Messages.port_advice);
		}
		return port;
	}

	private static FenceException malformed(String text) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.address_malformed, text), Messages.address_advice);
	}

	/** {@return whether the host is an IPv6 address} */
	public boolean isInet6Literal() {
		return host.indexOf(':') >= 0;
	}

	/** {@return whether the host is an address and no name} */
	public boolean isLiteral() {
		return isInet6Literal() || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
	}

	/** Shows {@code host:port}, an IPv6 address in brackets. */
	@Override
	public String toString() {
		return isInet6Literal() ? "[" + host + "]:" + port : host + ":" + port;
	}
}
