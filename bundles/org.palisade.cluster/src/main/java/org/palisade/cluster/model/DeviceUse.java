package org.palisade.cluster.model;

import java.util.List;
import java.util.Optional;

/**
 * A device as one step of a level.
 *
 * @param device the name of the device
 * @param options what it is told in this step, in {@code cluster.conf} for example {@code port} and {@code action}
 * @param place where an option can be added
 * @param where where the device is named
 */
public record DeviceUse(String device, List<ClusterOption> options, InsertionPoint place, TextRange where) {

	/** Copies the list. */
	public DeviceUse {
		options = List.copyOf(options);
	}

	/** {@return the first option that has one of these names} */
	public Optional<ClusterOption> option(String... names) {
		for (String name : names) {
			for (ClusterOption option : options) {
				if (option.name().equals(name)) {
					return Optional.of(option);
				}
			}
		}
		return Optional.empty();
	}
}
