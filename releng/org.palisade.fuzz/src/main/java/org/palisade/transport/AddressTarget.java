package org.palisade.transport;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.backend.ssh.internal.SshAddresses;
import org.palisade.backend.vmrun.internal.VmrunAddresses;
import org.palisade.fuzz.Property;

/**
 * Addresses: a port is ASCII digits, a host is nothing that could be an option or a path, what was written is read again, and all back ends that
 * take a text take it for the same server.
 */
public final class AddressTarget {

	private static final int OTHERWISE = 54_321;
	private static final int HIGHEST_PORT = 65_535;

	@FunctionalInterface
	private interface Reader {
		/** {@return host and port, with a line feed between} */
		String read(String text, int otherwise) throws FenceException;
	}

	private static final List<Reader> READERS = List.of(AddressTarget::read, SshAddresses::read, VmrunAddresses::read);

	private AddressTarget() {
	}

	private static String read(String text, int otherwise) throws FenceException {
		ServerAddress address = ServerAddress.parse(text, OptionalInt.of(otherwise), 443);
		Property.requireEqual(address, ServerAddress.parse(address.toString(), OptionalInt.empty(), 1), "what was written is read");
		return address.host() + "\n" + address.port();
	}

	/** Called by Jazzer. */
	public static void fuzzerTestOneInput(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		Set<String> meanings = new HashSet<>();
		for (Reader reader : READERS) {
			try {
				String meaning = reader.read(text, OTHERWISE);
				requireSound(text, meaning);
				meanings.add(meaning);
			} catch (FenceException refused) {
				Property.requireEqual(FenceProblem.Kind.OPTION, refused.problem().kind(), "the kind of a problem with an address");
			}
		}
		Property.require(meanings.size() <= 1, "one text, several servers: " + meanings);
	}

	private static void requireSound(String text, String meaning) {
		int line = meaning.lastIndexOf('\n');
		String host = meaning.substring(0, line);
		int port = Integer.parseInt(meaning.substring(line + 1));
		Property.require(port >= 1 && port <= HIGHEST_PORT, "a port is one that exists: " + port);
		boolean written = Pattern.compile(":0*" + port + "$").matcher(text.strip()).find();
		Property.require(port == OTHERWISE || written, "a port is the ASCII digits that were written: " + port);
		Property.require(!host.isEmpty() && host.charAt(0) != '-', "a host is no option: " + host);
		Property.require(host.chars().allMatch(c -> c > ' ' && c != 0x7f && "/[]@?#\\".indexOf(c) < 0), "a host is no path and no user: " + host);
		Property.require(text.contains(host), "a host is what was written");
	}
}
