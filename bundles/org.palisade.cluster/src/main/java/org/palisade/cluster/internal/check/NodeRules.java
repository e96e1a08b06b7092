package org.palisade.cluster.internal.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.Agents;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FencePlan;
import org.palisade.cluster.model.HostMap;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;

/** Whether the nodes that are named exist, and whether each can be fenced. */
public final class NodeRules {

	private final CheckContext context;
	private final Set<String> known = new HashSet<>();

	private NodeRules(CheckContext context) {
		this.context = context;
		context.configuration().nodes().forEach(node -> known.add(node.name()));
	}

	/** Checks by these rules. */
	public static void check(CheckContext context) {
		NodeRules rules = new NodeRules(context);
		rules.checkNames();
		rules.checkMissingMethods();
		if (!rules.known.isEmpty()) {
			rules.checkLevels();
			context.configuration().devices().forEach(rules::checkHosts);
		}
	}

	private void checkNames() {
		Set<String> seen = new HashSet<>();
		for (ClusterNode node : context.configuration().nodes()) {
			if (!seen.add(node.name())) {
				context.report("duplicate-name", Severity.ERROR, node.where(), NLS.bind(Messages.duplicate_node, node.name()),
						Messages.duplicate_name_why);
			}
			String shortName = node.name().split("\\.", 2)[0];
			if (!shortName.equals(node.name()) && known.contains(shortName)) {
				context.report("ambiguous-name", Severity.WARNING, node.where(), NLS.bind(Messages.short_name, node.name(), shortName),
						Messages.ambiguous_why);
			}
		}
	}

	private void checkMissingMethods() {
		for (FencePlan.NodePlan node : context.plan().nodes()) {
			if (node.methods().stream().allMatch(method -> method.steps().isEmpty())) {
				Optional<ClusterNode> declared = context.configuration().nodes().stream().filter(some -> some.name().equals(node.node())).findFirst();
				declared.filter(some -> !isRemote(some)).ifPresent(some -> context.report("missing-method", Severity.ERROR, some.where(),
						NLS.bind(Messages.missing_method, some.name()), Messages.missing_method_why, fixesFor(some)));
			}
		}
	}

	/** A guest node is fenced by restarting the resource that it is. */
	private static boolean isRemote(ClusterNode node) {
		return node.attributes().stream().anyMatch(attribute -> attribute.name().equals("type") && !attribute.text().equals("member"));
	}

	private QuickFix[] fixesFor(ClusterNode node) {
		List<QuickFix> fixes = new ArrayList<>();
		boolean without = context.configuration().levelsOf(node.name()).isEmpty();
		// A device that is one node's own, IPMI for example, would fence that node instead.
		for (FenceDevice device : context.configuration().devices().stream().filter(Agents::isOurs).toList()) {
			if (without) {
				context.editor().addMethod(node, "1", device.name(), node.name())
						.ifPresent(edit -> fixes.add(context.proposal(NLS.bind(Messages.add_method, device.name(), node.name()), List.of(edit))));
			}
			device.option(HostMap.NAME).filter(map -> HostMap.parse(map.text()).problems().isEmpty())
					.ifPresent(map -> fixes.add(context.proposal(NLS.bind(Messages.add_to_map, node.name(), device.name()),
							context.editor().replaceOption(map, HostMap.NAME, map.text() + ";" + node.name() + ":" + node.name()))));
			if (device.option(HostMap.NAME).isEmpty()) {
				device.option("pcmk_host_list").ifPresent(list -> fixes.add(context.proposal(NLS.bind(Messages.add_to_list, node.name(), device.name()),
						context.editor().replaceOption(list, list.name(), list.text() + "," + node.name()))));
			}
		}
		return fixes.toArray(QuickFix[]::new);
	}

	private void checkLevels() {
		for (FenceLevel level : context.configuration().levels()) {
			if (level.target().kind() == FenceLevel.TargetKind.NODE && !known.contains(level.target().text())) {
				context.report("unknown-node", Severity.ERROR, level.where(), NLS.bind(Messages.unknown_in_level, level.target().text()),
						Messages.unknown_node_why);
			}
		}
	}

	private void checkHosts(FenceDevice device) {
		device.option(HostMap.NAME).ifPresent(map -> HostMap.parse(map.text()).plugs().keySet().stream().filter(node -> !known.contains(node))
				.forEach(node -> reportUnknown(device, map, node)));
		device.option("pcmk_host_list").ifPresent(list -> FencePlan.hostList(list.text()).stream().filter(node -> !known.contains(node))
				.forEach(node -> reportUnknown(device, list, node)));
	}

	private void reportUnknown(FenceDevice device, ClusterOption option, String node) {
		QuickFix[] fixes = Names.nearest(node, known).map(meant -> context.proposal(NLS.bind(Messages.rename_node, node, meant),
				context.editor().replaceOption(option, option.name(), replaceName(option.text(), node, meant)))).stream().toArray(QuickFix[]::new);
		context.report("unknown-node", Severity.ERROR, option.where(), NLS.bind(Messages.unknown_node, new Object[] { device.name(), node, option.name() }),
				Messages.unknown_node_why, fixes);
	}

	/** {@return the value with a name exchanged where it stands at the beginning of a pair or as a word} */
	private static String replaceName(String value, String name, String meant) {
		return value.replaceAll("(?<=^|[;,\\s])" + Pattern.quote(name) + "(?=$|[;,:=\\s])",
				Matcher.quoteReplacement(meant));
	}
}
