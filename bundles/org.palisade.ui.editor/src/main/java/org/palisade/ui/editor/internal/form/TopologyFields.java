package org.palisade.ui.editor.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.palisade.cluster.ClusterConfChanges;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.ui.editor.internal.text.ConfigurationModel;

/** The fields of nodes, methods and their devices. */
final class TopologyFields {

	private static final List<String> ACTIONS = List.of("", "reboot", "off");

	private final ConfigurationModel model;

	TopologyFields(ConfigurationModel model) {
		this.model = model;
	}

	List<Fields.Field> of(TopologyItem item, ClusterConfiguration configuration) {
		return switch (item.kind()) {
			case CLUSTER -> List.of();
			case NODE -> item.node(configuration).map(node -> node(item, node)).orElse(List.of());
			case METHOD -> item.method(configuration).map(FenceLevel::name).map(name -> List.of(name(item, Messages.name, name, List.of()))).orElse(List.of());
			case STEP -> item.step(configuration).map(step -> step(item, step, configuration)).orElse(List.of());
		};
	}

	private List<Fields.Field> node(TopologyItem item, ClusterNode node) {
		return List.of(name(item, Messages.name, node.name(), List.of()), attribute(item, Messages.node_id, "nodeid", text(node.attributes(), "nodeid"), List.of()),
				attribute(item, Messages.votes, "votes", text(node.attributes(), "votes"), List.of()));
	}

	private List<Fields.Field> step(TopologyItem item, DeviceUse step, ClusterConfiguration configuration) {
		List<String> devices = new ArrayList<>(configuration.devices().stream().map(FenceDevice::name).toList());
		String plug = step.option("port", "plug").map(ClusterOption::name).orElse("port");
		return List.of(name(item, Messages.device_name, step.device(), devices), attribute(item, Messages.plug, plug, text(step.options(), plug), List.of()),
				attribute(item, Messages.action, "action", text(step.options(), "action"), ACTIONS));
	}

	private Fields.Field name(TopologyItem item, String label, String value, List<String> choices) {
		return new Fields.Field(label, value, choices, entered -> model.change(document -> item.where(document.configuration())
				.map(where -> ClusterConfChanges.of(document).rename(where, entered)).orElse(List.of())));
	}

	private Fields.Field attribute(TopologyItem item, String label, String attribute, String value, List<String> choices) {
		return new Fields.Field(label, value, choices, entered -> model.change(document -> item.where(document.configuration())
				.map(where -> ClusterConfChanges.of(document).set(where, attribute, Optional.of(entered).filter(text -> !text.isEmpty()))).orElse(List.of())));
	}

	private static String text(List<ClusterOption> options, String name) {
		return options.stream().filter(option -> option.name().equals(name)).map(ClusterOption::text).findFirst().orElse("");
	}
}
