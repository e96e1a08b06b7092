package org.palisade.connections;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How to reach a server. Holds no password. Immutable.
 *
 * @param id tells it from the others, also after it was renamed
 * @param name what the user calls it
 * @param address host, {@code host:port} or {@code [IPv6]:port}; empty where the back end needs none
 * @param user who logs in; empty where nobody does
 * @param backEndType the type of the back end by which it is spoken to
 * @param trust how its certificate is verified
 * @param password where the password comes from
 * @param timeouts how long it may take
 * @param datacenter the datacenter to which look-ups are restricted
 * @param options what the back end's own options are set to, by name; never a secret
 */
public record Connection(String id, String name, String address, String user, String backEndType, Trust trust, PasswordSource password,
		Timeouts timeouts, Optional<String> datacenter, Map<String, String> options) {

	/** Refuses nulls and copies the options. */
	public Connection {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(address);
		Objects.requireNonNull(user);
		Objects.requireNonNull(backEndType);
		Objects.requireNonNull(trust);
		Objects.requireNonNull(password);
		Objects.requireNonNull(timeouts);
		Objects.requireNonNull(datacenter);
		options = Map.copyOf(options);
	}

	/** A connection by a back end whose own options are left as they are. */
	public Connection(String id, String name, String address, String user, String backEndType, Trust trust, PasswordSource password,
			Timeouts timeouts, Optional<String> datacenter) {
		this(id, name, address, user, backEndType, trust, password, timeouts, datacenter, Map.of());
	}
}
