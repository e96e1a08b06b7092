package org.palisade.connections;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.option.Secret;

/**
 * The secrets by which a connection logs in. Immutable; no text of it shows one.
 *
 * @param password the password, empty when a script gives it or none is needed
 * @param options what options of the back end are set to that are secrets, by name
 */
public record Credentials(Optional<Secret> password, Map<String, Secret> options) {

	/** No secrets at all. */
	public static final Credentials NONE = new Credentials(Optional.empty(), Map.of());

	/** Refuses nulls and copies the options. */
	public Credentials {
		Objects.requireNonNull(password);
		options = Map.copyOf(options);
	}
}
