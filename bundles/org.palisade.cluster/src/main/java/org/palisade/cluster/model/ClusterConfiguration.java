package org.palisade.cluster.model;

import java.util.List;
import java.util.Optional;

/**
 * What a cluster's configuration says about fencing.
 *
 * @param form the form it was read from
 * @param name the cluster's name, empty where the document does not tell
 * @param version {@code config_version} of {@code cluster.conf}, with its place
 * @param nodes the nodes; empty where the document does not tell, as the output of {@code pcs stonith config} does not
 * @param devices the devices
 * @param levels the methods or levels
 * @param properties the properties of the cluster, for example {@code stonith-enabled}
 * @param others everything else
 */
public record ClusterConfiguration(ConfigurationForm form, Optional<String> name, Optional<ClusterOption> version, List<ClusterNode> nodes,
		List<FenceDevice> devices, List<FenceLevel> levels, List<ClusterOption> properties, List<OtherContent> others) {

	/** Copies the lists. */
	public ClusterConfiguration {
		nodes = List.copyOf(nodes);
		devices = List.copyOf(devices);
		levels = List.copyOf(levels);
		properties = List.copyOf(properties);
		others = List.copyOf(others);
	}

	/** {@return the device of that name} */
	public Optional<FenceDevice> device(String deviceName) {
		return devices.stream().filter(device -> device.name().equals(deviceName)).findFirst();
	}

	/** {@return the property that has one of these names, the last one if there are several} */
	public Optional<ClusterOption> property(String... names) {
		List<String> wanted = List.of(names);
		return properties.stream().filter(property -> wanted.contains(property.name())).reduce((first, second) -> second);
	}

	/** {@return the levels for that node by name, in the order in which they are tried} Patterns and attributes are not looked at. */
	public List<FenceLevel> levelsOf(String nodeName) {
		return levels.stream().filter(level -> level.target().equals(new FenceLevel.Target(FenceLevel.TargetKind.NODE, nodeName)))
				.sorted((one, other) -> Integer.compare(one.index(), other.index())).toList();
	}
}
