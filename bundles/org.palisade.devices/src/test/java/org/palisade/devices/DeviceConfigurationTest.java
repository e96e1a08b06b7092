package org.palisade.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.transport.ServerAddress;

class DeviceConfigurationTest {

	@TempDir
	Path folder;

	@Test
	void clusterConfHasADeviceForEachStep() throws ClusterSyntaxException {
		DeviceConfiguration configuration = Samples.configuration(Samples.clusterConf(Samples.USUAL, "vm-a", "vm-b"));
		assertEquals("alpha", configuration.name());
		assertEquals(List.of("node1/first/vmware1/vm-a", "node2/first/vmware1/vm-b"), Samples.names(configuration.devices()));
	}

	@Test
	void crmshNamesTheNodesAsPlugs() throws ClusterSyntaxException {
		DeviceConfiguration configuration = Samples.configuration("""
				primitive vmware-fencing stonith:fence_vmware \\
					params pcmk_host_list="node1 node2" ip=vc.example.com:8443 username=fencing password_script=/etc/cluster/password.sh \\
					op monitor interval=60s
				""");
		assertEquals("cluster.conf", configuration.name());
		assertEquals(List.of("node1//vmware-fencing/node1", "node2//vmware-fencing/node2"), Samples.names(configuration.devices()));
		assertEquals(Optional.of(new ServerAddress("vc.example.com", 8443)), configuration.devices().get(0).server());
	}

	@Test
	void levelsOfPacemakerComeInTheirOrder() throws ClusterSyntaxException {
		DeviceConfiguration configuration = Samples.configuration("""
				Resource: f1 (class=stonith type=fence_vmware)
				  Attributes: f1-ia
				    ip=vc.example.com
				    pcmk_host_map=node1:vm1
				Resource: f2 (class=stonith type=fence_ipmilan)
				  Attributes: f2-ia
				    pcmk_host_list=node1

				Fencing Levels:
				 Target: node1
				   Level 1 - f2
				   Level 2 - f1
				""");
		assertEquals(List.of("node1/1/f2/node1", "node1/2/f1/vm1"), Samples.names(configuration.devices()));
		assertFalse(configuration.devices().get(0).isOurs());
		assertTrue(configuration.devices().get(1).isOurs());
	}

	@Test
	void whatAStepSaysTakesThePlaceOfWhatTheDeviceSays() throws ClusterSyntaxException {
		String text = Samples.clusterConf(Samples.USUAL + " vmware_datacenter=\"DC0\"", "vm-a", "vm-b").replace("port=\"vm-b\"",
				"port=\"vm-b\" vmware_datacenter=\"DC1\"");
		List<ConfiguredDevice> devices = Samples.configuration(text).devices();
		assertEquals(Optional.of("DC0"), devices.get(0).datacenter());
		assertEquals(Optional.of("DC1"), devices.get(1).datacenter());
	}

	@Test
	void aFileThatCannotBeReadIsAConfigurationWithAProblem() throws IOException {
		assertEquals(Optional.of("there is no such file"), DeviceConfiguration.read(folder.resolve("none")).problem());
		Path broken = Files.writeString(folder.resolve("broken.conf"), "<cluster>");
		DeviceConfiguration configuration = DeviceConfiguration.read(broken);
		assertTrue(configuration.problem().isPresent());
		assertEquals("broken.conf", configuration.name());
	}

	@Test
	void noPasswordIsShown() throws ClusterSyntaxException {
		DeviceConfiguration configuration = Samples.configuration(Samples.clusterConf(Samples.USUAL, "vm-a", "vm-b"));
		assertFalse(configuration.toString().contains("s3cret"), configuration.toString());
	}
}
