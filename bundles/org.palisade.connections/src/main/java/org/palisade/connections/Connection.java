package org.palisade.connections;

import java.util.Objects;
import java.util.Optional;

/**
 * How to reach a server. Holds no password. Immutable.
 *
 * @param id tells it from the others, also after it was renamed
 * @param name what the user calls it
 * @param address host, {@code host:port} or {@code [IPv6]:port}
 * @param user who logs in
 * @param backEndType the type of the back end by which it is spoken to
 * @param trust how its certificate is verified
 * @param password where the password comes from
 * @param timeouts how long it may take
 * @param datacenter the datacenter to which look-ups are restricted
 */
public record Connection(String id, String name, String address, String user, String backEndType, Trust trust, PasswordSource password,
		Timeouts timeouts, Optional<String> datacenter) {

	/** Refuses nulls. */
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
	}
}
