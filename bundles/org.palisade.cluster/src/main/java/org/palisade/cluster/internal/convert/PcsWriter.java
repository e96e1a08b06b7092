package org.palisade.cluster.internal.convert;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.palisade.cluster.internal.pcs.PcsQuotes;
import org.palisade.cluster.internal.text.Words;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FenceOperation;

/** Writes commands of pcs, or what pcs 0.11 prints. */
final class PcsWriter {

	/** pcs refuses to set these. */
	private static final Set<String> SET_BY_CLUSTER = Set.of("cluster-infrastructure", "cluster-name", "dc-version", "have-watchdog",
			"last-lrm-refresh");
	private static final String CONTINUED = " \\\n  ";

	private final StringBuilder text = new StringBuilder();

	private PcsWriter() {
	}

	static String write(ClusterConfiguration configuration, Converted.Losses losses) {
		PcsWriter writer = new PcsWriter();
		configuration.nodes().forEach(node -> losses.add(node.where(), Messages.no_nodes, node.name()));
		if (configuration.form() == ConfigurationForm.PCS) {
			writer.writeProperties(configuration, losses);
			configuration.devices().forEach(writer::writeCommand);
			configuration.levels().forEach(writer::writeLevelCommand);
		} else {
			configuration.properties().forEach(property -> losses.add(property.where(), Messages.no_properties, property.name()));
			configuration.devices().forEach(writer::writeDevice);
			writer.writeLevels(configuration);
		}
		return writer.text.toString();
	}

	private void writeProperties(ClusterConfiguration configuration, Converted.Losses losses) {
		List<ClusterOption> settable = configuration.properties().stream().filter(property -> !SET_BY_CLUSTER.contains(property.name())).toList();
		configuration.properties().stream().filter(property -> !settable.contains(property))
				.forEach(property -> losses.add(property.where(), Messages.cluster_sets, property.name()));
		if (!settable.isEmpty()) {
			text.append("pcs property set ").append(words(settable, " ")).append('\n');
		}
	}

	private void writeCommand(FenceDevice device) {
		text.append("pcs stonith create --no-default-ops ").append(Words.inShell(device.name())).append(' ').append(Words.inShell(device.agent()));
		if (!device.options().isEmpty()) {
			text.append(CONTINUED).append(words(device.options(), CONTINUED));
		}
		if (!device.operations().isEmpty()) {
			text.append(CONTINUED).append("op");
			for (FenceOperation operation : device.operations()) {
				text.append(' ').append((operation.name() + " " + words(operation.options(), " ")).stripTrailing());
			}
		}
		if (!device.metaAttributes().isEmpty()) {
			text.append(CONTINUED).append("meta ").append(words(device.metaAttributes(), " "));
		}
		text.append('\n');
	}

	private static String words(List<ClusterOption> options, String separator) {
		return options.stream().map(option -> Words.inShell(option.name() + "=" + option.text())).collect(Collectors.joining(separator));
	}

	private void writeLevelCommand(FenceLevel level) {
		String target = switch (level.target().kind()) {
			case NODE -> level.target().text();
			case PATTERN -> "regexp%" + level.target().text();
			case ATTRIBUTE -> "attrib%" + level.target().text();
		};
		text.append("pcs stonith level add ").append(level.index()).append(' ').append(Words.inShell(target)).append(' ')
				.append(level.devices().stream().map(DeviceUse::device).map(Words::inShell).collect(Collectors.joining(" "))).append('\n');
	}

	private void writeDevice(FenceDevice device) {
		text.append("Resource: ").append(device.name()).append(" (class=stonith type=").append(device.agent()).append(")\n");
		writeSet("Attributes", device.name() + "-instance_attributes", device.options());
		writeSet("Meta Attributes", device.name() + "-meta_attributes", device.metaAttributes());
		if (!device.operations().isEmpty()) {
			text.append("  Operations:\n");
		}
		for (FenceOperation operation : device.operations()) {
			String interval = operation.option("interval").map(ClusterOption::text).orElse("0s");
			text.append("    ").append(operation.name()).append(": ").append(device.name()).append('-').append(operation.name()).append("-interval-")
					.append(interval).append('\n');
			operation.options().forEach(option -> text.append("      ").append(PcsQuotes.option(option.name(), option.text())).append('\n'));
		}
	}

	private void writeSet(String heading, String id, List<ClusterOption> options) {
		if (!options.isEmpty()) {
			text.append("  ").append(heading).append(": ").append(id).append('\n');
			options.forEach(option -> text.append("    ").append(PcsQuotes.option(option.name(), option.text())).append('\n'));
		}
	}

	private void writeLevels(ClusterConfiguration configuration) {
		if (configuration.levels().isEmpty()) {
			return;
		}
		text.append("\nFencing Levels:\n");
		configuration.levels().stream().map(FenceLevel::target).distinct().forEach(target -> {
			boolean pattern = target.kind() == FenceLevel.TargetKind.PATTERN;
			text.append(" Target").append(pattern ? " (regexp)" : "").append(": ").append(target.text()).append('\n');
			configuration.levels().stream().filter(level -> level.target().equals(target))
					.forEach(level -> text.append("   Level ").append(level.index()).append(" - ")
							.append(level.devices().stream().map(DeviceUse::device).collect(Collectors.joining(","))).append('\n'));
		});
	}
}
