package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.palisade.cluster.internal.text.Words;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FenceOperation;

/** Writes what {@code crm configure load} reads. */
final class CrmshWriter {

	private static final String CONTINUED = " \\\n\t";

	private final StringBuilder text = new StringBuilder();

	private CrmshWriter() {
	}

	static String write(ClusterConfiguration configuration, Converted.Losses losses) {
		CrmshWriter writer = new CrmshWriter();
		configuration.nodes().forEach(writer::writeNode);
		configuration.devices().forEach(writer::writeDevice);
		writer.writeTopology(configuration, losses);
		if (!configuration.properties().isEmpty()) {
			writer.text.append("property cib-bootstrap-options:");
			configuration.properties().forEach(property -> writer.text.append(CONTINUED).append(Words.inCrmsh(property.name(), property.text())));
			writer.text.append('\n');
		}
		return writer.text.toString();
	}

	private void writeNode(ClusterNode node) {
		text.append("node ");
		attribute(node, "id").ifPresent(id -> text.append(id).append(": "));
		text.append(node.name());
		attribute(node, "type").ifPresent(type -> text.append(':').append(type));
		text.append('\n');
	}

	private static Optional<String> attribute(ClusterNode node, String name) {
		return node.attributes().stream().filter(attribute -> attribute.name().equals(name)).map(ClusterOption::text).findFirst();
	}

	private void writeDevice(FenceDevice device) {
		List<String> parts = new ArrayList<>();
		parts.add("primitive " + device.name() + " stonith:" + device.agent());
		if (!device.options().isEmpty()) {
			parts.add("params " + options(device.options()));
		}
		if (!device.metaAttributes().isEmpty()) {
			parts.add("meta " + options(device.metaAttributes()));
		}
		for (FenceOperation operation : device.operations()) {
			parts.add(("op " + operation.name() + " " + options(operation.options())).stripTrailing());
		}
		text.append(String.join(CONTINUED, parts)).append('\n');
	}

	private static String options(List<ClusterOption> options) {
		return options.stream().map(option -> Words.inCrmsh(option.name(), option.text())).collect(Collectors.joining(" "));
	}

	private void writeTopology(ClusterConfiguration configuration, Converted.Losses losses) {
		Map<FenceLevel.Target, List<FenceLevel>> byTarget = new LinkedHashMap<>();
		configuration.levels().forEach(level -> byTarget.computeIfAbsent(level.target(), target -> new ArrayList<>()).add(level));
		if (byTarget.isEmpty()) {
			return;
		}
		text.append("fencing_topology");
		byTarget.forEach((target, levels) -> {
			levels.sort((one, other) -> Integer.compare(one.index(), other.index()));
			if (levels.get(levels.size() - 1).index() != levels.size()) {
				losses.add(levels.get(0).where(), Messages.indexes, target.text());
			}
			text.append(CONTINUED).append(switch (target.kind()) {
				case NODE -> target.text() + ":";
				case PATTERN -> "pattern:" + target.text();
				case ATTRIBUTE -> "attr:" + target.text();
			});
			levels.forEach(level -> text.append(' ').append(level.devices().stream().map(DeviceUse::device).collect(Collectors.joining(","))));
		});
		text.append('\n');
	}
}
