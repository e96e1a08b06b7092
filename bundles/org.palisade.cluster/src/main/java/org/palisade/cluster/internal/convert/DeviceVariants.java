package org.palisade.cluster.internal.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.palisade.cluster.model.ClusterOption;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;
import org.palisade.cluster.model.HostMap;

/**
 * A device of {@code cluster.conf} as Pacemaker has to have it: there a device has the same options for all nodes, and one entry for each
 * node, so that a device which is told different things becomes several.
 */
final class DeviceVariants {

	private static final Set<String> PLUGS = Set.of("port", "plug", "uuid");
	private static final String ACTION = "action";

	/** The device with one set of options. */
	static final class Variant {

		private final String name;
		private final Map<String, String> options;
		private final Map<String, Set<String>> plugs = new LinkedHashMap<>();
		private final Map<String, Integer> levels = new LinkedHashMap<>();

		private Variant(String name, Map<String, String> options) {
			this.name = name;
			this.options = options;
		}

		private boolean fits(String node, int level, Map<String, String> wanted, Set<String> wantedPlugs) {
			boolean free = !plugs.containsKey(node) || levels.get(node) == level || plugs.get(node).equals(wantedPlugs);
			return options.equals(wanted) && free;
		}

		String name() {
			return name;
		}

		Map<String, String> options() {
			return options;
		}

		/** {@return the options that tell which nodes it fences, and by which plugs} */
		List<ClusterOption> hosts() {
			Map<String, String> map = new LinkedHashMap<>();
			plugs.forEach((node, some) -> map.put(node, String.join(",", some)));
			boolean plain = map.entrySet().stream().allMatch(entry -> entry.getValue().isEmpty() || entry.getValue().equals(entry.getKey()));
			ClusterOption hosts = plain ? ClusterOption.of("pcmk_host_list", String.join(",", map.keySet()))
					: ClusterOption.of(HostMap.NAME, HostMap.format(withNodeNames(map)));
			return List.of(hosts, ClusterOption.of("pcmk_host_check", "static-list"));
		}

		private static Map<String, String> withNodeNames(Map<String, String> map) {
			map.replaceAll((node, plug) -> plug.isEmpty() ? node : plug);
			return map;
		}
	}

	private final FenceDevice device;
	private final List<Variant> variants = new ArrayList<>();

	DeviceVariants(FenceDevice device) {
		this.device = device;
	}

	FenceDevice device() {
		return device;
	}

	List<Variant> variants() {
		return variants;
	}

	/** {@return the name of the device that does in Pacemaker what this step does} */
	String nameFor(FenceLevel level, DeviceUse use) {
		String node = level.target().text();
		Set<String> plugs = new LinkedHashSet<>();
		Map<String, String> options = new LinkedHashMap<>();
		for (ClusterOption option : use.options()) {
			if (PLUGS.contains(option.name())) {
				plugs.addAll(Arrays.asList(option.text().split(",")));
			} else if (!option.name().equals(ACTION)) {
				options.put(option.name(), option.text());
			}
		}
		if (isOffOnly(level, use)) {
			options.put("pcmk_reboot_action", "off");
		}
		Variant variant = variants.stream().filter(known -> known.fits(node, level.index(), options, plugs)).findFirst()
				.orElseGet(() -> add(options));
		variant.plugs.computeIfAbsent(node, name -> new LinkedHashSet<>()).addAll(plugs);
		variant.levels.putIfAbsent(node, level.index());
		return variant.name;
	}

	private Variant add(Map<String, String> options) {
		Variant variant = new Variant(variants.isEmpty() ? device.name() : device.name() + "-" + (variants.size() + 1), options);
		variants.add(variant);
		return variant;
	}

	/** Off and later on is what Pacemaker makes of a reboot by several devices of its own accord; off alone it has to be told. */
	private static boolean isOffOnly(FenceLevel level, DeviceUse use) {
		boolean off = use.option(ACTION).filter(action -> action.text().equals("off")).isPresent();
		return off && level.devices().stream().noneMatch(other -> other.option(ACTION).filter(action -> action.text().equals("on")).isPresent());
	}
}
