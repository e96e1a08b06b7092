package org.palisade.operations;

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
 */
public record Operation(Connection connection, Optional<Secret> password, FenceAction action, Optional<String> plug) {

	/** Refuses nulls. */
	public Operation {
		Objects.requireNonNull(connection);
		Objects.requireNonNull(password);
		Objects.requireNonNull(action);
		Objects.requireNonNull(plug);
	}
}
