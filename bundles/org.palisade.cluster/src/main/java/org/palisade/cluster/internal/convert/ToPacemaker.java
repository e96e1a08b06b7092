package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.palisade.cluster.internal.form.ConfigurationBuilder;
import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.FenceOperation;
import org.palisade.cluster.model.InsertionPoint;
import org.palisade.cluster.model.TextRange;

/** Says in Pacemaker's words what {@code cluster.conf} says. */
public final class ToPacemaker {

	private static final String MONITOR_INTERVAL = "60s";

	private final ClusterConfiguration source;
	private final ConfigurationBuilder builder;
	private final Converted.Losses losses = new Converted.Losses();
	private final Map<String, DeviceVariants> variants = new LinkedHashMap<>();

	private ToPacemaker(ClusterConfiguration source, ConfigurationForm form) {
		this.source = source;
		this.builder = new ConfigurationBuilder(form);
	}

	/** {@return what a {@code cluster.conf} says, for a form of Pacemaker} */
	public static Converted convert(ClusterConfiguration source, ConfigurationForm form) {
		return new ToPacemaker(source, form).convert();
	}

	private Converted convert() {
		source.others().forEach(other -> losses.add(other.where(), Messages.other, other.description()));
		source.name().ifPresent(name -> builder.property(ClusterOption.of("cluster-name", name)));
		builder.property(ClusterOption.of("stonith-enabled", "true"));
		source.nodes().forEach(this::addNode);
		source.devices().forEach(this::declare);
		List<FenceLevel> levels = source.levels().stream().map(this::level).toList();
		variants.values().forEach(this::addDevices);
		if (needsTopology(levels)) {
			levels.stream().filter(level -> !level.devices().isEmpty()).forEach(builder::level);
		}
		return new Converted(builder.build(), losses.all());
	}

	private void addNode(ClusterNode node) {
		List<ClusterOption> attributes = new ArrayList<>();
		for (ClusterOption attribute : node.attributes()) {
			if (attribute.name().equals("nodeid")) {
				attributes.add(ClusterOption.of("id", attribute.text()));
			} else if (!attribute.name().equals("votes") || !attribute.text().equals("1")) {
				losses.add(attribute.where(), Messages.node_attribute, attribute.name(), node.name());
			}
		}
		builder.node(new ClusterNode(node.name(), attributes, InsertionPoint.NONE, node.where()));
	}

	private void declare(FenceDevice device) {
		if (variants.putIfAbsent(device.name(), new DeviceVariants(device)) != null) {
			losses.add(device.where(), Messages.same_name, device.name());
		}
	}

	private FenceLevel level(FenceLevel level) {
		List<DeviceUse> uses = new ArrayList<>();
		for (DeviceUse use : level.devices()) {
			DeviceVariants device = variants.get(use.device());
			if (device == null) {
				losses.add(use.where(), Messages.unknown_device, use.device(), level.target().text());
				continue;
			}
			String name = device.nameFor(level, use);
			if (uses.stream().noneMatch(known -> known.device().equals(name))) {
				uses.add(new DeviceUse(name, List.of(), InsertionPoint.NONE, use.where()));
			}
		}
		return new FenceLevel(level.target(), level.index(), "", uses, level.whole(), level.where());
	}

	private void addDevices(DeviceVariants device) {
		if (device.variants().isEmpty()) {
			losses.add(device.device().where(), Messages.unused_device, device.device().name());
		}
		for (DeviceVariants.Variant variant : device.variants()) {
			List<ClusterOption> options = new ArrayList<>(device.device().options());
			variant.options().forEach((name, value) -> {
				options.removeIf(option -> option.name().equals(name));
				options.add(ClusterOption.of(name, value));
			});
			options.addAll(variant.hosts());
			FenceOperation monitor = new FenceOperation(FenceOperation.MONITOR, List.of(ClusterOption.of("interval", MONITOR_INTERVAL)),
					TextRange.NONE);
			builder.device(new FenceDevice(variant.name(), device.device().agent(), options, List.of(monitor), List.of(), FenceDevice.Place.NONE));
		}
	}

	/** Where each node has one way with one device, Pacemaker finds it by the device's hosts. */
	private static boolean needsTopology(List<FenceLevel> levels) {
		Map<FenceLevel.Target, Integer> ways = new LinkedHashMap<>();
		levels.forEach(level -> ways.merge(level.target(), level.devices().size(), Integer::sum));
		return ways.values().stream().anyMatch(count -> count > 1);
	}

}
