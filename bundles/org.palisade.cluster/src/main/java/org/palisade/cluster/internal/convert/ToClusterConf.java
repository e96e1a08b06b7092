package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FencePlan;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.SecretNames;
import org.palisade.cluster.model.TextRange;

/** Says in the words of {@code cluster.conf} what a configuration of Pacemaker says. */
public final class ToClusterConf {

	/** What cman accepts, the end of the string included in its sixteen. */
	private static final int LONGEST_NAME = 15;
	private static final Set<String> SAID_BY_METHODS = Set.of("pcmk_host_map", "pcmk_host_list", "pcmk_host_check", "port", "plug");

	private final ClusterConfiguration source;
	private final ConfigurationBuilder builder = new ConfigurationBuilder(ConfigurationForm.CLUSTER_CONF);
	private final Converted.Losses losses = new Converted.Losses();

	private ToClusterConf(ClusterConfiguration source) {
		this.source = source;
	}

	/** {@return what a configuration of Pacemaker says, for {@code cluster.conf}} */
	public static Converted convert(ClusterConfiguration source) {
		return new ToClusterConf(source).convert();
	}

	private Converted convert() {
		source.others().forEach(other -> losses.add(other.where(), Messages.other, other.description()));
		addName();
		source.properties().forEach(this::judge);
		FencePlan plan = FencePlan.of(source);
		int id = 0;
		for (FencePlan.NodePlan node : plan.nodes()) {
			id++;
			addNode(node, Integer.toString(id));
		}
		source.devices().forEach(this::addDevice);
		source.levels().stream().filter(level -> level.target().kind() != FenceLevel.TargetKind.NODE).forEach(level -> losses.add(level.where(),
				level.target().kind() == FenceLevel.TargetKind.PATTERN ? Messages.pattern : Messages.attribute, level.target().text()));
		return new Converted(builder.build(), losses.all());
	}

	private void addName() {
		String name = source.name().orElse("cluster");
		if (source.name().isEmpty()) {
			losses.add(TextRange.NONE, Messages.no_name, name);
		}
		if (name.length() > LONGEST_NAME) {
			losses.add(TextRange.NONE, Messages.long_name, name, LONGEST_NAME);
			name = name.substring(0, LONGEST_NAME);
		}
		builder.name(name);
	}

	/** RHCS fences as a matter of course, so that is no loss. */
	private void judge(ClusterOption property) {
		boolean said = property.name().equals("cluster-name")
				|| Set.of("stonith-enabled", "fencing-enabled").contains(property.name()) && property.text().equals("true");
		if (!said) {
			losses.add(property.where(), Messages.property, property.name());
		}
	}

	private void addNode(FencePlan.NodePlan node, String position) {
		String id = source.nodes().stream().filter(declared -> declared.name().equals(node.node())).flatMap(declared -> declared.attributes().stream())
				.filter(attribute -> attribute.name().equals("id") && attribute.text().matches("[0-9]+")).map(ClusterOption::text).findFirst()
				.orElse(position);
		builder.node(new ClusterNode(node.node(), List.of(ClusterOption.of("nodeid", id), ClusterOption.of("votes", "1")), InsertionPoint.NONE,
				TextRange.NONE));
		int index = 0;
		for (FencePlan.Method method : node.methods()) {
			index++;
			List<DeviceUse> uses = method.steps().stream().map(step -> use(node.node(), step)).toList();
			FenceLevel.Target target = new FenceLevel.Target(FenceLevel.TargetKind.NODE, node.node());
			builder.level(new FenceLevel(target, index, Integer.toString(index), uses, TextRange.NONE, TextRange.NONE));
		}
	}

	private DeviceUse use(String node, FencePlan.Step step) {
		List<ClusterOption> options = new ArrayList<>();
		options.add(ClusterOption.of("port", step.plug().orElse(node)));
		if (step.plug().isEmpty()) {
			losses.add(step.where(), Messages.plug_assumed, step.deviceName(), node);
		}
		step.device().flatMap(device -> device.text("pcmk_reboot_action")).filter(action -> action.equals("off"))
				.ifPresent(action -> options.add(ClusterOption.of("action", action)));
		return new DeviceUse(step.deviceName(), options, InsertionPoint.NONE, TextRange.NONE);
	}

	private void addDevice(FenceDevice device) {
		List<ClusterOption> options = new ArrayList<>();
		for (ClusterOption option : device.options()) {
			boolean off = option.name().equals("pcmk_reboot_action") && option.text().equals("off");
			if (option.name().startsWith("pcmk_") && !SAID_BY_METHODS.contains(option.name()) && !off) {
				losses.add(option.where(), Messages.option, option.name(), device.name());
			} else if (SecretNames.isReference(option.text())) {
				losses.add(option.where(), Messages.reference, option.name(), device.name());
			} else if (!option.name().startsWith("pcmk_") && !SAID_BY_METHODS.contains(option.name())) {
				options.add(option);
			}
		}
		device.operations().forEach(operation -> losses.add(operation.where(), Messages.operation, operation.name(), device.name()));
		device.metaAttributes().forEach(meta -> losses.add(meta.where(), Messages.meta, meta.name(), device.name()));
		if (device.agent().contains("/")) {
			losses.add(device.place().agent(), Messages.agent, device.agent(), device.name());
		}
		builder.device(new FenceDevice(device.name(), device.agent(), options, List.of(), List.of(), FenceDevice.Place.NONE));
	}
}
