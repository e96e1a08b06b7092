package org.palisade.devices;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.connections.Connection;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;

/** Configurations and connections. */
final class Samples {

	static final Path FILE = Path.of("/somewhere/cluster.conf");
	static final String FINGERPRINT = "AA:" + "00:".repeat(30) + "11";

	private Samples() {
	}

	/** {@return a cluster of two nodes whose devices have these attributes, with these plugs} */
	static String clusterConf(String deviceAttributes, String plugOfNode1, String plugOfNode2) {
		return """
				<?xml version="1.0"?>
				<cluster name="alpha" config_version="7"><clusternodes>
				<clusternode name="node1" nodeid="1"><fence><method name="first"><device name="vmware1" port="%s"/></method></fence></clusternode>
				<clusternode name="node2" nodeid="2"><fence><method name="first"><device name="vmware1" port="%s"/></method></fence></clusternode>
				</clusternodes><fencedevices><fencedevice name="vmware1" %s/></fencedevices></cluster>
				""".formatted(plugOfNode1, plugOfNode2, deviceAttributes);
	}

	static final String USUAL = "agent=\"fence_vmware\" ipaddr=\"vc.example.com\" login=\"fencing\" passwd=\"s3cret\"";

	static DeviceConfiguration configuration(String text) throws ClusterSyntaxException {
		return DeviceConfiguration.of(FILE, ClusterDocument.parse(text));
	}

	static ConfiguredDevice device(String deviceAttributes, String plug) throws ClusterSyntaxException {
		return configuration(clusterConf(deviceAttributes, plug, "other")).devices().get(0);
	}

	static Connection connection(String address, String user) {
		return new Connection("c", "Production", address, user, "esx", new Trust.Pinned(FINGERPRINT, address), new PasswordSource.Memory(), Timeouts.DEFAULT,
				Optional.empty());
	}

	static List<String> names(List<ConfiguredDevice> devices) {
		return devices.stream().map(device -> device.place().node() + "/" + device.method() + "/" + device.name() + "/" + device.plug()).toList();
	}
}
