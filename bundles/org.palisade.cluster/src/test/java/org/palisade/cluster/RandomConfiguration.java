package org.palisade.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.HostMap;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.TextRange;

/** Makes configurations of Pacemaker with every kind of value, and tells what one says. */
final class RandomConfiguration {

	private static final String[] VALUES = { "plain", "two words", "a=b", "it's", "say \"x\"", "a\\b", "$HOME `x`", "semi;colon", "&<>", "\u00e4\u4e2d", "#no",
			"'\"'", "x,y", "tail\\", "(paren)", "!bang", "*", "", "%2f" };
	private static final String[] NAMES = { "ip", "username", "password", "ssl", "vmware_datacenter", "plug_separator", "login_timeout" };

	private final Random random;

	RandomConfiguration(long seed) {
		random = new Random(seed);
	}

	ClusterConfiguration next(ConfigurationForm form) {
		int count = 1 + random.nextInt(5);
		List<ClusterNode> nodes = IntStream.rangeClosed(1, count).mapToObj(i -> new ClusterNode("node" + i,
				List.of(ClusterOption.of("id", Integer.toString(i))), InsertionPoint.NONE, TextRange.NONE)).toList();
		List<FenceDevice> devices = IntStream.rangeClosed(1, 1 + random.nextInt(4)).mapToObj(i -> device("dev" + i, count)).toList();
		List<FenceLevel> levels = new ArrayList<>();
		nodes.forEach(node -> IntStream.rangeClosed(1, random.nextInt(3)).forEach(index -> levels
				.add(level(FenceLevel.TargetKind.NODE, node.name(), index, devices))));
		if (random.nextBoolean()) {
			levels.add(level(FenceLevel.TargetKind.PATTERN, "node[0-9]+", 1, devices));
			levels.add(level(FenceLevel.TargetKind.ATTRIBUTE, "rack=1", 1, devices));
		}
		List<ClusterOption> properties = List.of(ClusterOption.of("stonith-enabled", "true"), ClusterOption.of("stonith-timeout", "90s"));
		return new ClusterConfiguration(form, Optional.empty(), Optional.empty(), nodes, devices, levels, properties, List.of());
	}

	private FenceDevice device(String name, int nodes) {
		List<String> names = new ArrayList<>(List.of(NAMES));
		Collections.shuffle(names, random);
		List<ClusterOption> options = new ArrayList<>();
		names.subList(0, 1 + random.nextInt(NAMES.length)).forEach(option -> options.add(ClusterOption.of(option, VALUES[random.nextInt(VALUES.length)])));
		Map<String, String> plugs = new LinkedHashMap<>();
		IntStream.rangeClosed(1, nodes).forEach(i -> plugs.put("node" + i, "vm " + i));
		options.add(ClusterOption.of(HostMap.NAME, HostMap.format(plugs)));
		List<FenceOperation> operations = List.of(new FenceOperation("monitor", List.of(ClusterOption.of("interval", "60s"),
				ClusterOption.of("timeout", "20s")), TextRange.NONE));
		List<ClusterOption> meta = random.nextBoolean() ? List.of(ClusterOption.of("target-role", "Started")) : List.of();
		return new FenceDevice(name, "fence_vmware", options, operations, meta, FenceDevice.Place.NONE);
	}

	private FenceLevel level(FenceLevel.TargetKind kind, String target, int index, List<FenceDevice> devices) {
		List<DeviceUse> uses = devices.subList(0, 1 + random.nextInt(devices.size())).stream()
				.map(device -> new DeviceUse(device.name(), List.of(), InsertionPoint.NONE, TextRange.NONE)).toList();
		return new FenceLevel(new FenceLevel.Target(kind, target), index, "", uses, TextRange.NONE, TextRange.NONE);
	}

	/** {@return what a configuration says, places aside} */
	static String facts(ClusterConfiguration configuration, boolean nodesAndProperties) {
		Stream<String> common = Stream.concat(configuration.devices().stream().map(RandomConfiguration::facts),
				configuration.levels().stream().map(level -> level.target() + " " + level.index() + " "
						+ level.devices().stream().map(DeviceUse::device).toList()));
		Stream<String> others = Stream.concat(configuration.nodes().stream().map(node -> node.name() + " " + options(node.attributes())),
				configuration.properties().stream().map(property -> property.name() + "=" + property.text()));
		return Stream.concat(common, nodesAndProperties ? others : Stream.empty()).collect(Collectors.joining("\n"));
	}

	private static String facts(FenceDevice device) {
		return device.name() + " " + device.agent() + " " + options(device.options()) + " " + options(device.metaAttributes()) + " "
				+ device.operations().stream().map(operation -> operation.name() + options(operation.options())).toList();
	}

	private static List<String> options(List<ClusterOption> options) {
		return options.stream().map(option -> option.name() + "=" + option.text()).toList();
	}
}
