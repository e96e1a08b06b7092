package org.palisade.backend.vmrun.internal;

import java.util.Map;
import java.util.Set;

import org.palisade.api.FenceException;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;

/** Reads addresses as the back ends do that run vmrun. */
public final class VmrunAddresses {

	private VmrunAddresses() {
	}

	/** {@return host and port, with a line feed between} */
	public static String read(String text, int otherwise) throws FenceException {
		ServerAddress address = ServerAddress
				.of(new OptionValues(Map.of(StandardOptions.IP, text, StandardOptions.IP_PORT, otherwise), Set.of(StandardOptions.IP, StandardOptions.IP_PORT)));
		return address.host() + "\n" + address.port().orElseThrow();
	}
}
