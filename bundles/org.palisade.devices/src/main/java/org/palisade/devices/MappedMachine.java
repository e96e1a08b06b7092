package org.palisade.devices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.palisade.api.PowerState;

/**
 * A machine that a plug means, as it was seen last. Immutable.
 *
 * @param id what the server addresses it by
 * @param name its name
 * @param path its inventory path
 * @param uuids its UUIDs
 * @param template whether it is a template
 * @param power its power state; empty when it was not read, because others are meant as well
 * @param vouchedFor whether the server can vouch for the power state
 * @param host the name of its host; empty where it is not known
 */
public record MappedMachine(String id, String name, String path, List<String> uuids, boolean template, Optional<PowerState> power, boolean vouchedFor,
		Optional<String> host) {

	/** Refuses nulls and copies the list. */
	public MappedMachine {
		Objects.requireNonNull(id);
		Objects.requireNonNull(name);
		Objects.requireNonNull(path);
		uuids = List.copyOf(uuids);
		Objects.requireNonNull(power);
		Objects.requireNonNull(host);
	}
}
