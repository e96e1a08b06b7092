package org.palisade.cluster.model;

import java.util.List;
import java.util.Optional;

/**
 * An operation that Pacemaker carries out on a device, for example {@code monitor}.
 *
 * @param name its name
 * @param options {@code interval}, {@code timeout} and so on
 * @param where where it stands
 */
public record FenceOperation(String name, List<ClusterOption> options, TextRange where) {

	/** The operation that looks whether a device works. */
	public static final String MONITOR = "monitor";

	/** Copies the list. */
	public FenceOperation {
		options = List.copyOf(options);
	}

	/** {@return the option of that name} */
	public Optional<ClusterOption> option(String optionName) {
		return options.stream().filter(option -> option.name().equals(optionName)).findFirst();
	}
}
