package org.palisade.backend.vmrun.internal;

import java.util.OptionalInt;

import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;

/**
 * Host and port of the server, read from the options {@code ip} and {@code ipport}. Immutable.
 *
 * @param host a host name, an IPv4 address, or an IPv6 address without brackets
 * @param port the port, when the user gave one
 */
record ServerAddress(String host, OptionalInt port) {

	private static final int HIGHEST_PORT = 65535;
	private static final String NAME_CHARACTERS = ".-_";
	private static final String IPV6_CHARACTERS = ":.%-_";

	/**
	 * {@return the address in the options} A port in {@code ip} wins over {@code ipport}; a default of {@code ipport} is that of another
	 * transport and does not count.
	 *
	 * @throws FenceException of kind {@link FenceProblem.Kind#OPTION} when they make no sense
	 */
	static ServerAddress of(OptionValues options) throws FenceException {
		String text = options.requiredText(StandardOptions.IP).strip();
		OptionalInt separatePort = separatePort(options);
		if (text.startsWith("[")) {
			return bracketed(text, separatePort);
		}
		int colon = text.indexOf(':');
		if (colon < 0) {
			return checked(text, separatePort, text);
		}
		if (text.indexOf(':', colon + 1) >= 0) {
			return checked(text, separatePort, text);
		}
		return checked(text.substring(0, colon), port(text.substring(colon + 1), text), text);
	}

	/** {@return the host as a URL wants it} */
	String hostInUrl() {
		return isIpv6(host) ? "[" + host + "]" : host;
	}

	@Override
	public String toString() {
		return port.isPresent() ? hostInUrl() + ":" + port.getAsInt() : host;
	}

	private static ServerAddress bracketed(String text, OptionalInt separatePort) throws FenceException {
		int end = text.indexOf(']');
		if (end < 0 || !isIpv6(text.substring(1, end))) {
			throw malformed(text);
		}
		String host = text.substring(1, end);
		String rest = text.substring(end + 1);
		if (rest.isEmpty()) {
			return checked(host, separatePort, text);
		}
		if (rest.charAt(0) != ':') {
			throw malformed(text);
		}
		return checked(host, port(rest.substring(1), text), text);
	}

	private static ServerAddress checked(String host, OptionalInt port, String text) throws FenceException {
		String punctuation = isIpv6(host) ? IPV6_CHARACTERS : NAME_CHARACTERS;
		boolean sound = !host.isEmpty() && host.charAt(0) != '-'
				&& host.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || punctuation.indexOf(c) >= 0);
		if (!sound) {
			throw malformed(text);
		}
		return new ServerAddress(host, port);
	}

	private static boolean isIpv6(String host) {
		return host.indexOf(':') >= 0;
	}

	private static OptionalInt port(String digits, String text) throws FenceException {
		boolean number = !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
		int port = number ? Integer.parseInt(digits) : 0;
		if (port < 1 || port > HIGHEST_PORT) {
			throw malformed(text);
		}
		return OptionalInt.of(port);
	}

	private static OptionalInt separatePort(OptionValues options) throws FenceException {
		OptionalInt port = options.isGiven(StandardOptions.IP_PORT) ? options.number(StandardOptions.IP_PORT) : OptionalInt.empty();
		if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > HIGHEST_PORT)) {
			throw new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.portOutOfRange, port.getAsInt()), Messages.portAdvice);
		}
		return port;
	}

	private static FenceException malformed(String text) {
		return new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.addressMalformed, text), Messages.addressAdvice);
	}
}
