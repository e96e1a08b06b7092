package org.palisade.operations;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.core.option.FenceAction;

/**
 * What a user asks for. Immutable.
 *
 * @param connection where
 * @param password the password, empty when a script gives it
 * @param action on, off, reboot, status or monitor
 * @param plug to what; empty for a monitor of the connection alone
 * @param further further options by name, as a user of the agent would write them; what the connection says wins over them
 */
public record Operation(Connection connection, Optional<Secret> password, FenceAction action, Optional<String> plug, Map<String, String> further) {

	/** An operation without further options. */
	public Operation(Connection connection, Optional<Secret> password, FenceAction action, Optional<String> plug) {
		this(connection, password, action, plug, Map.of());
	}

	/** Refuses nulls. */
	public Operation {
		Objects.requireNonNull(connection);
		Objects.requireNonNull(password);
		Objects.requireNonNull(action);
		Objects.requireNonNull(plug);
		further = Map.copyOf(further);
	}
}
