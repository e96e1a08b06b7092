package org.palisade.cluster.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How each node would be fenced, worked out from methods, levels and the {@code pcmk_host_} options as fenced and Pacemaker's fencer do it.
 *
 * @param nodes the nodes in the order of the document; those that only devices or levels name stand at the end
 */
public record FencePlan(List<NodePlan> nodes) {

	private static final List<String> PLUG_OPTIONS = List.of("port", "plug", "uuid");
	/** Pacemaker splits lists of hosts at these. */
	private static final Pattern LIST_SEPARATOR = Pattern.compile("[,;\\s]+");

	/**
	 * How a node is fenced.
	 *
	 * @param node its name
	 * @param methods the ways, in the order in which they are tried
	 */
	public record NodePlan(String node, List<Method> methods) {
		/** Copies the list. */
		public NodePlan {
			methods = List.copyOf(methods);
		}
	}

	/**
	 * A way to fence a node; all steps have to succeed.
	 *
	 * @param name the name of the method, or the number of the level; empty where Pacemaker chooses the device itself
	 * @param steps the steps, in order
	 */
	public record Method(String name, List<Step> steps) {
		/** Copies the list. */
		public Method {
			steps = List.copyOf(steps);
		}
	}

	/**
	 * A device that is to fence a node.
	 *
	 * @param deviceName the name of the device
	 * @param device the device, empty when there is none of that name
	 * @param options what the agent is told beside the plug: the options of the device and, in their place, those of the step
	 * @param plug what the agent is told to fence, empty when it is told nothing, or when only the device knows
	 * @param asksDevice whether the device is asked, at run time, which nodes it can fence
	 * @param where where this is said
	 */
	public record Step(String deviceName, Optional<FenceDevice> device, List<ClusterOption> options, Optional<String> plug, boolean asksDevice,
			TextRange where) {
		/** Copies the list. */
		public Step {
			options = List.copyOf(options);
		}
	}

	/** Copies the list. */
	public FencePlan {
		nodes = List.copyOf(nodes);
	}

	/** {@return the plan of a configuration} */
	public static FencePlan of(ClusterConfiguration configuration) {
		return new FencePlan(nodeNames(configuration).stream().map(node -> new NodePlan(node,
				configuration.form().isPacemaker() ? pacemakerMethods(configuration, node) : methods(configuration, node))).toList());
	}

	/** {@return the names in a list of hosts} */
	public static List<String> hostList(String value) {
		return Arrays.stream(LIST_SEPARATOR.split(value)).filter(name -> !name.isEmpty()).toList();
	}

	/** {@return the nodes that a device says it can fence, empty when it has to be asked or fences all} */
	public static Optional<Set<String>> staticNodes(FenceDevice device) {
		Optional<String> map = device.text(HostMap.NAME);
		Optional<String> list = device.text("pcmk_host_list");
		String check = device.text("pcmk_host_check").orElse(map.isPresent() || list.isPresent() ? "static-list" : "dynamic-list");
		if (!check.equals("static-list")) {
			return Optional.empty();
		}
		Set<String> names = new LinkedHashSet<>();
		list.ifPresent(value -> names.addAll(hostList(value)));
		map.ifPresent(value -> names.addAll(HostMap.parse(value).plugs().keySet()));
		return Optional.of(names);
	}

	private static Set<String> nodeNames(ClusterConfiguration configuration) {
		Set<String> names = new LinkedHashSet<>();
		configuration.nodes().forEach(node -> names.add(node.name()));
		if (names.isEmpty()) {
			configuration.devices().forEach(device -> staticNodes(device).ifPresent(names::addAll));
			configuration.levels().stream().map(FenceLevel::target).filter(target -> target.kind() == FenceLevel.TargetKind.NODE)
					.forEach(target -> names.add(target.text()));
		}
		return names;
	}

	private static List<Method> methods(ClusterConfiguration configuration, String node) {
		return configuration.levelsOf(node).stream().map(level -> new Method(level.name(), level.devices().stream().map(use -> {
			Optional<FenceDevice> device = configuration.device(use.device());
			Optional<String> plug = use.option(PLUG_OPTIONS.toArray(String[]::new)).map(ClusterOption::text)
					.or(() -> device.flatMap(FencePlan::fixedPlug));
			return new Step(use.device(), device, options(device, use.options()), plug, false, use.where());
		}).toList())).toList();
	}

	private static List<ClusterOption> options(Optional<FenceDevice> device, List<ClusterOption> ofStep) {
		List<ClusterOption> options = new ArrayList<>(device.map(FenceDevice::options).orElse(List.of()));
		options.removeIf(option -> ofStep.stream().anyMatch(other -> other.name().equals(option.name())));
		options.addAll(ofStep);
		options.removeIf(option -> PLUG_OPTIONS.contains(option.name()));
		return options;
	}

	private static Optional<String> fixedPlug(FenceDevice device) {
		return device.text(PLUG_OPTIONS.toArray(String[]::new));
	}

	private static List<Method> pacemakerMethods(ClusterConfiguration configuration, String node) {
		List<FenceLevel> levels = configuration.levels().stream().filter(level -> isFor(level.target(), node))
				.sorted((one, other) -> Integer.compare(one.index(), other.index())).toList();
		List<Method> methods = new ArrayList<>();
		for (FenceLevel level : levels) {
			methods.add(new Method(Integer.toString(level.index()), level.devices().stream()
					.map(use -> step(use.device(), configuration.device(use.device()), node, use.where())).toList()));
		}
		if (levels.isEmpty()) {
			configuration.devices().stream().filter(device -> staticNodes(device).map(names -> names.contains(node)).orElse(true))
					.forEach(device -> methods.add(new Method("", List.of(step(device.name(), Optional.of(device), node, device.where())))));
		}
		return methods;
	}

	private static boolean isFor(FenceLevel.Target target, String node) {
		return switch (target.kind()) {
			case NODE -> target.text().equals(node);
			case PATTERN -> matches(target.text(), node);
			case ATTRIBUTE -> false;
		};
	}

	private static boolean matches(String pattern, String node) {
		try {
			return Pattern.compile(pattern).matcher(node).find();
		} catch (PatternSyntaxException e) {
			// One of POSIX that Java does not know; whom it means cannot be told here.
			return false;
		}
	}

	private static Step step(String name, Optional<FenceDevice> device, String node, TextRange where) {
		boolean asks = device.isPresent() && staticNodes(device.get()).isEmpty()
				&& !device.flatMap(found -> found.text("pcmk_host_check")).equals(Optional.of("none"));
		Optional<String> mapped = device.flatMap(found -> found.text(HostMap.NAME)).map(HostMap::parse).map(map -> map.plugs().get(node));
		Optional<String> plug = device.flatMap(FencePlan::fixedPlug).or(() -> mapped).or(() -> asks ? Optional.empty() : Optional.of(node));
		return new Step(name, device, options(device, List.of()), plug, asks, where);
	}
}
