package org.palisade.cluster.internal.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FencePlan;
import org.palisade.cluster.model.Severity;
import org.palisade.cluster.model.TextRange;

/** Whether the wrong machine could be fenced, or none because one thing failed. */
public final class SafetyRules {

	private static final Set<String> OFF = Set.of("false", "off", "no", "0", "n");

	private final CheckContext context;

	private SafetyRules(CheckContext context) {
		this.context = context;
	}

	/** Checks by these rules. */
	public static void check(CheckContext context) {
		SafetyRules rules = new SafetyRules(context);
		rules.checkEnabled();
		rules.checkPlugs();
		rules.checkSinglePoints();
	}

	private void checkEnabled() {
		context.configuration().property("stonith-enabled", "fencing-enabled")
				.filter(property -> OFF.contains(property.text().toLowerCase(Locale.ROOT)))
				.ifPresent(property -> context.report("stonith-disabled", Severity.ERROR, property.where(),
						NLS.bind(Messages.disabled, property.name(), property.text()), Messages.disabled_why,
						context.proposal(NLS.bind(Messages.enable, property.name()), context.editor().replaceOption(property, property.name(), "true"))));
	}

	/** Where a node's plug is said, and by which device. */
	private record Said(String node, String plug, TextRange where) {
	}

	private void checkPlugs() {
		Map<String, List<Said>> byServer = new LinkedHashMap<>();
		for (FencePlan.NodePlan node : context.plan().nodes()) {
			for (FencePlan.Method method : node.methods()) {
				for (FencePlan.Step step : method.steps()) {
					step.device().flatMap(SafetyRules::server).ifPresent(server -> step.plug().ifPresent(plugs -> {
						for (String plug : plugs.split(",")) {
							byServer.computeIfAbsent(server, key -> new ArrayList<>()).add(new Said(node.node(), plug.strip(), placeOf(step)));
						}
					}));
				}
			}
		}
		byServer.values().forEach(this::comparePlugs);
	}

	/** In Pacemaker a step stands in a level, and the plug in the device's map. */
	private static TextRange placeOf(FencePlan.Step step) {
		return step.device().flatMap(device -> device.option("pcmk_host_map")).map(option -> option.where()).orElse(step.where());
	}

	private void comparePlugs(List<Said> plugs) {
		Set<String> reported = new HashSet<>();
		for (int i = 0; i < plugs.size(); i++) {
			for (int j = 0; j < i; j++) {
				Said one = plugs.get(j);
				Said other = plugs.get(i);
				String pair = one.node() + "\n" + other.node() + "\n" + other.plug();
				if (one.node().equals(other.node()) || !reported.add(pair)) {
					continue;
				}
				if (one.plug().equals(other.plug())) {
					context.report("duplicate-plug", Severity.ERROR, other.where(),
							NLS.bind(Messages.duplicate_plug, new Object[] { one.node(), other.node(), other.plug() }), Messages.duplicate_plug_why);
				} else if (plain(one.plug()).equals(plain(other.plug()))) {
					context.report("ambiguous-name", Severity.WARNING, other.where(),
							NLS.bind(Messages.alike_plugs, new Object[] { one.plug(), other.plug(), one.node(), other.node() }), Messages.ambiguous_why);
				}
			}
		}
	}

	private static String plain(String plug) {
		return plug.toLowerCase(Locale.ROOT).replace("%2f", "/").replace("%5c", "\\").replace("%25", "%");
	}

	/** {@return what tells the server that a device talks to from others; one with an address and nothing to choose on it has its own} */
	private static Optional<String> server(FenceDevice device) {
		String datacenter = device.text("vmware_datacenter").map(name -> "/" + name).orElse("");
		return device.text("ip", "ipaddr", "vmipaddr", "VI_SERVER").map(address -> address.toLowerCase(Locale.ROOT) + port(device) + datacenter);
	}

	private static String port(FenceDevice device) {
		return device.text("ipport").map(port -> ":" + port).orElse("");
	}

	private void checkSinglePoints() {
		Map<String, TreeSet<String>> nodesByPoint = new LinkedHashMap<>();
		for (FencePlan.NodePlan node : context.plan().nodes()) {
			Set<String> common = null;
			for (FencePlan.Method method : node.methods()) {
				Set<String> points = new HashSet<>();
				method.steps().forEach(step -> points.add(step.device().flatMap(SafetyRules::address).orElse(step.deviceName())));
				if (points.isEmpty()) {
					continue;
				}
				if (common == null) {
					common = points;
				} else {
					common.retainAll(points);
				}
			}
			if (common != null) {
				new TreeSet<>(common).stream().findFirst()
						.ifPresent(point -> nodesByPoint.computeIfAbsent(point, key -> new TreeSet<>()).add(node.node()));
			}
		}
		nodesByPoint.forEach((point, nodes) -> context.report("single-point-of-failure", Severity.WARNING, placeOf(nodes.first(), point),
				NLS.bind(Messages.single_point, String.join(", ", nodes), point), Messages.single_point_why));
	}

	private static Optional<String> address(FenceDevice device) {
		return device.text("ip", "ipaddr", "VI_SERVER").map(text -> text.toLowerCase(Locale.ROOT));
	}

	private TextRange placeOf(String node, String point) {
		return context.configuration().devices().stream().filter(device -> device.name().equals(point) || address(device).equals(Optional.of(point)))
				.map(FenceDevice::where).findFirst().or(() -> context.configuration().nodes().stream()
						.filter(declared -> declared.name().equals(node)).map(ClusterNode::where).findFirst())
				.orElse(TextRange.NONE);
	}
}
