package org.palisade.cluster.internal.convert;

import org.palisade.cluster.model.ClusterConfiguration;
import org.palisade.cluster.model.ClusterNode;
import org.palisade.cluster.model.DeviceUse;
import org.palisade.cluster.model.FenceDevice;
import org.palisade.cluster.model.FenceLevel;

/** Writes a {@code cluster.conf} from nothing. */
final class ClusterConfWriter {

	private ClusterConfWriter() {
	}

	static String write(ClusterConfiguration configuration) {
		XmlOutput out = new XmlOutput();
		out.start("cluster", "name", configuration.name().orElse(""), "config_version", "1");
		out.start("clusternodes");
		configuration.nodes().forEach(node -> writeNode(out, configuration, node));
		out.end().start("fencedevices");
		for (FenceDevice device : configuration.devices()) {
			out.empty("fencedevice", device.options(), "name", device.name(), "agent", device.agent());
		}
		return out.end().end().toString();
	}

	private static void writeNode(XmlOutput out, ClusterConfiguration configuration, ClusterNode node) {
		out.start("clusternode", node.attributes(), "name", node.name()).start("fence");
		for (FenceLevel level : configuration.levelsOf(node.name())) {
			out.start("method", "name", level.name());
			for (DeviceUse use : level.devices()) {
				out.empty("device", use.options(), "name", use.device());
			}
			out.end();
		}
		out.end().end();
	}
}
