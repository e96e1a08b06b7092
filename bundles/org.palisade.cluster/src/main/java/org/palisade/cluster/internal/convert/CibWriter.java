package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FenceOperation;

/** Writes a CIB from nothing, by a schema that all Pacemakers since 2.0 know. */
final class CibWriter {

	private static final String SCHEMA = "pacemaker-3.0";
	private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

	private final XmlOutput out = new XmlOutput();
	private final Set<String> ids = new HashSet<>();

	private final Converted.Losses losses;

	private CibWriter(Converted.Losses losses) {
		this.losses = losses;
	}

	static String write(ClusterConfiguration configuration, Converted.Losses losses) {
		CibWriter writer = new CibWriter(losses);
		writer.writeAll(configuration);
		return writer.out.toString();
	}

	private void writeAll(ClusterConfiguration configuration) {
		configuration.devices().forEach(device -> ids.add(device.name()));
		out.start("cib", "validate-with", SCHEMA, "admin_epoch", "0", "epoch", "1", "num_updates", "0").start("configuration");
		out.start("crm_config");
		writeSet("cluster_property_set", "cib-bootstrap-options", configuration.properties());
		out.end().start("nodes");
		configuration.nodes().forEach(this::writeNode);
		out.end().start("resources");
		configuration.devices().forEach(this::writeDevice);
		out.end().empty("constraints");
		if (!configuration.levels().isEmpty()) {
			out.start("fencing-topology");
			configuration.levels().forEach(this::writeLevel);
			out.end();
		}
		out.end().empty("status").end();
	}

	private void writeNode(ClusterNode node) {
		String id = node.attributes().stream().filter(attribute -> attribute.name().equals("id")).map(ClusterOption::text).findFirst()
				.orElse(node.name());
		List<ClusterOption> others = node.attributes().stream().filter(attribute -> !attribute.name().equals("id")).toList();
		out.empty("node", attributes(others, Messages.node_attribute, node.name(), "id", "uname"), "id", id, "uname", node.name());
	}

	private void writeDevice(FenceDevice device) {
		out.start("primitive", "id", device.name(), "class", "stonith", "type", device.agent());
		if (!device.options().isEmpty()) {
			writeSet("instance_attributes", id(device.name() + "-instance_attributes"), device.options());
		}
		if (!device.metaAttributes().isEmpty()) {
			writeSet("meta_attributes", id(device.name() + "-meta_attributes"), device.metaAttributes());
		}
		if (!device.operations().isEmpty()) {
			out.start("operations");
			device.operations().forEach(operation -> writeOperation(device, operation));
			out.end();
		}
		out.end();
	}

	private void writeOperation(FenceDevice device, FenceOperation operation) {
		// An interval is required.
		String interval = operation.option("interval").map(ClusterOption::text).orElse("0s");
		List<ClusterOption> others = operation.options().stream().filter(option -> !option.name().equals("interval")).toList();
		out.empty("op", attributes(others, Messages.option, device.name(), "id", "name", "interval"), "id", id(device.name() + "-" + operation.name() + "-interval-" + interval), "name", operation.name(), "interval",
				interval);
	}

	/** {@return those of the options that an element can have as attributes beside those that it has anyway} */
	private List<ClusterOption> attributes(List<ClusterOption> options, String loss, String owner, String... taken) {
		Set<String> names = new HashSet<>(List.of(taken));
		List<ClusterOption> attributes = new ArrayList<>();
		for (ClusterOption option : options) {
			if (ATTRIBUTE.matcher(option.name()).matches() && names.add(option.name())) {
				attributes.add(option);
			} else {
				losses.add(option.where(), loss, option.name(), owner);
			}
		}
		return attributes;
	}

	private void writeSet(String element, String id, List<ClusterOption> options) {
		out.start(element, "id", id);
		options.forEach(option -> out.empty("nvpair", "id", id(id + "-" + option.name()), "name", option.name(), "value", option.text()));
		out.end();
	}

	private void writeLevel(FenceLevel level) {
		String target = level.target().text();
		String devices = level.devices().stream().map(DeviceUse::device).collect(Collectors.joining(","));
		String id = id("fl-" + target + "-" + level.index());
		String index = Integer.toString(level.index());
		switch (level.target().kind()) {
			case NODE -> out.empty("fencing-level", "id", id, "target", target, "index", index, "devices", devices);
			case PATTERN -> out.empty("fencing-level", "id", id, "target-pattern", target, "index", index, "devices", devices);
			case ATTRIBUTE -> {
				int equals = target.indexOf('=');
				out.empty("fencing-level", "id", id, "target-attribute", target.substring(0, Math.max(0, equals)), "target-value",
						target.substring(equals + 1), "index", index, "devices", devices);
			}
		}
	}

	/** {@return an identifier as XML has it, that no other element has} */
	private String id(String wanted) {
		String base = wanted.replaceAll("[^\\w.-]", "_");
		base = base.matches("[A-Za-z_].*") ? base : "_" + base;
		String id = base;
		for (int i = 1; !ids.add(id); i++) {
			id = base + "-" + i;
		}
		return id;
	}
}
