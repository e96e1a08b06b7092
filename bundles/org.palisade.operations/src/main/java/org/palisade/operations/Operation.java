package org.palisade.operations;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.palisade.connections.Connection;
import org.palisade.connections.Credentials;
import org.palisade.core.option.FenceAction;

/**
 * What a user asks for. Immutable.
 *
 * @param connection where
 * @param credentials the secrets that it logs in by
 * @param action on, off, reboot, status or monitor
 * @param plug to what; empty for a monitor of the connection alone
 * @param further further options by name, as a user of the agent would write them; what the connection says wins over them
 */
public record Operation(Connection connection, Credentials credentials, FenceAction action, Optional<String> plug, Map<String, String> further) {

	/** An operation without further options. */
	public Operation(Connection connection, Credentials credentials, FenceAction action, Optional<String> plug) {
		this(connection, credentials, action, plug, Map.of());
	}

	/** Refuses nulls. */
	public Operation {
		Objects.requireNonNull(connection);
		Objects.requireNonNull(credentials);
		Objects.requireNonNull(action);
		Objects.requireNonNull(plug);
		further = Map.copyOf(further);
	}
}
