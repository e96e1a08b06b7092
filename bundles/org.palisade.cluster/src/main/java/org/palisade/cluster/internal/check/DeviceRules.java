package org.palisade.cluster.internal.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.HostMap;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;
import org.palisade.cluster.model.TextEdit;

/** Whether the devices that are named exist, are used, and can be read. */
public final class DeviceRules {

	private final CheckContext context;
	private final List<String> names;

	private DeviceRules(CheckContext context) {
		this.context = context;
		this.names = context.configuration().devices().stream().map(FenceDevice::name).toList();
	}

	/** Checks by these rules. */
	public static void check(CheckContext context) {
		DeviceRules rules = new DeviceRules(context);
		rules.checkNames();
		context.configuration().levels().forEach(rules::checkLevel);
		rules.checkUnused();
		context.configuration().devices().forEach(rules::checkHostMap);
	}

	private void checkNames() {
		Set<String> seen = new HashSet<>();
		for (FenceDevice device : context.configuration().devices()) {
			if (!seen.add(device.name())) {
				context.report("duplicate-name", Severity.ERROR, device.where(), NLS.bind(Messages.duplicate_device, device.name()),
						Messages.duplicate_name_why);
			}
			if (device.agent().isBlank()) {
				context.report("missing-agent", Severity.ERROR, device.where(), NLS.bind(Messages.missing_agent, device.name()),
						Messages.missing_agent_why);
			}
		}
	}

	private void checkLevel(FenceLevel level) {
		if (level.devices().isEmpty()) {
			boolean removable = context.configuration().form().isXml();
			QuickFix[] fixes = removable ? new QuickFix[] { context.fix(Messages.remove_level, List.of(TextEdit.remove(level.whole()))) } : new QuickFix[0];
			context.report("empty-method", Severity.ERROR, level.where(), NLS.bind(Messages.empty_method, level.target().text()),
					Messages.empty_method_why, fixes);
		}
		for (DeviceUse use : level.devices()) {
			if (!names.contains(use.device())) {
				QuickFix[] fixes = Names.nearest(use.device(), names)
						.map(meant -> context.proposal(NLS.bind(Messages.use_device, meant), List.of(context.editor().replaceDevice(use, meant)))).stream()
						.toArray(QuickFix[]::new);
				context.report("unknown-device", Severity.ERROR, use.where(), NLS.bind(Messages.unknown_device, use.device(), level.target().text()),
						Messages.unknown_device_why, fixes);
			}
		}
	}

	private void checkUnused() {
		boolean decidedByLevels = !context.configuration().form().isPacemaker() || context.plan().nodes().stream()
				.allMatch(node -> node.methods().stream().noneMatch(method -> method.name().isEmpty()) && !node.methods().isEmpty());
		if (!decidedByLevels || context.plan().nodes().isEmpty()) {
			return;
		}
		List<String> used = context.configuration().levels().stream().flatMap(level -> level.devices().stream()).map(DeviceUse::device).toList();
		context.configuration().devices().stream().filter(device -> !used.contains(device.name())).forEach(device -> context.report("unused-device",
				Severity.WARNING, device.where(), NLS.bind(Messages.unused_device, device.name()), Messages.unused_device_why));
	}

	private void checkHostMap(FenceDevice device) {
		device.option(HostMap.NAME).ifPresent(map -> {
			HostMap parsed = HostMap.parse(map.text());
			if (parsed.plugs().isEmpty() || !parsed.problems().isEmpty()) {
				String what = parsed.problems().isEmpty() ? map.text() : parsed.problems().get(0);
				context.report("host-map-syntax", Severity.ERROR, map.where(), NLS.bind(Messages.host_map, device.name(), what),
						Messages.host_map_why, mended(map).toArray(QuickFix[]::new));
			}
		});
	}

	/** Commas between pairs are the usual mistake; they belong between the plugs of one node. */
	private Stream<QuickFix> mended(ClusterOption map) {
		String mended = map.text().replaceAll(",(?=[^,;:=\\s]+[:=])", ";");
		HostMap parsed = HostMap.parse(mended);
		return parsed.problems().isEmpty() && !parsed.plugs().isEmpty() && !mended.equals(map.text())
				? Stream.of(context.fix(Messages.separate_pairs, context.editor().replaceOption(map, map.name(), mended)))
				: Stream.empty();
	}
}
