package org.palisade.backend.ssh.internal;

import java.util.Map;
import java.util.Set;

import org.palisade.api.FenceException;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.transport.ServerAddress;

/** Reads addresses as the back end does that speaks SSH. */
public final class SshAddresses {

	private SshAddresses() {
	}

	/** {@return host and port, with a line feed between} */
	public static String read(String text, int otherwise) throws FenceException {
		ServerAddress address = SshSettings.of(new OptionValues(Map.of(StandardOptions.IP, text, StandardOptions.IP_PORT, otherwise, StandardOptions.USERNAME, "u",
				StandardOptions.PASSWORD, Secret.of("p")), Set.of(StandardOptions.IP, StandardOptions.IP_PORT))).address();
		return address.host() + "\n" + address.port();
	}
}
