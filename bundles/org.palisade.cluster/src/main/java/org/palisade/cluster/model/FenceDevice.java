package org.palisade.cluster.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fence device: an agent and its options.
 *
 * @param name the name by which the configuration refers to it
 * @param agent the agent, for example {@code fence_vmware}
 * @param options the agent's options and, in Pacemaker, those that begin with {@code pcmk_}
 * @param operations what Pacemaker does with it
 * @param metaAttributes Pacemaker's meta attributes, for example {@code target-role}
 * @param place where it stands
 */
public record FenceDevice(String name, String agent, List<ClusterOption> options, List<FenceOperation> operations,
		List<ClusterOption> metaAttributes, Place place) {

	/**
	 * Where a device stands.
	 *
	 * @param whole all of it
	 * @param name its name
	 * @param agent its agent
	 * @param options where an option can be added
	 * @param operations where an operation can be added, empty where the form has none
	 */
	public record Place(TextRange whole, TextRange name, TextRange agent, InsertionPoint options, Optional<InsertionPoint> operations) {
		/** In no document. */
		public static final Place NONE = new Place(TextRange.NONE, TextRange.NONE, TextRange.NONE, InsertionPoint.NONE, Optional.empty());
	}

	/** Copies the lists. */
	public FenceDevice {
		options = List.copyOf(options);
		operations = List.copyOf(operations);
		metaAttributes = List.copyOf(metaAttributes);
	}

	/** {@return the first option that has one of these names, by the order of the names} */
	public Optional<ClusterOption> option(String... names) {
		return Arrays.stream(names).flatMap(wanted -> options.stream().filter(option -> option.name().equals(wanted))).findFirst();
	}

	/** {@return the text of the first option that has one of these names and a value that is not empty} */
	public Optional<String> text(String... names) {
		return option(names).map(ClusterOption::text).map(String::strip).filter(text -> !text.isEmpty());
	}

	/** {@return where its name stands} */
	public TextRange where() {
		return place.name();
	}
}
