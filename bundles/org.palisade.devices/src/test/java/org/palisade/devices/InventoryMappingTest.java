package org.palisade.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.api.PowerState;
import org.palisade.cluster.model.ClusterSyntaxException;

class InventoryMappingTest {

	private final StandInInventory inventory = new StandInInventory(true);

	@BeforeEach
	void fill() {
		inventory.add("vm-1", "node1", "/DC0/vm/rack");
		inventory.add("vm-2", "node2", "/DC0/vm");
		inventory.add("vm-3", "node2", "/DC1/vm");
		inventory.add("vm-4", "node11", "/DC0/vm/rack");
		inventory.add("vm-5", "a/b", "/DC0/vm");
		inventory.add("vm-6", "golden", "/DC0/vm", PowerState.OFF, true, "host-1");
		inventory.add("vm-7", "sleeper", "/DC0/vm", PowerState.SUSPENDED, false, "host-1");
		inventory.add("vm-8", "lost", "/DC0/vm", PowerState.ON, false, "host-2");
	}

	private List<PlugMapping> map(String plug, String attributes) throws ClusterSyntaxException {
		return InventoryMapping.of(Samples.device(Samples.USUAL + attributes, plug), inventory);
	}

	@ParameterizedTest
	@CsvSource({ "node1,vm-1", "DC0/vm/rack/node1,vm-1", "/DC0/vm/rack/node1,vm-1", "/DC0/rack/node1,vm-1", "rack/node1,''", "vm-1,vm-1",
			"VirtualMachine:vm-4,vm-4", "421e6b3a-0c55-4f2e-9f0a-000000000004,vm-4", "421e6b3a0c554f2e9f0a000000000004,vm-4",
			"42 1e 6b 3a 0c 55 4f 2e-9f 0a 00 00 00 00 00 04,vm-4", "node2,vm-2 vm-3", "DC1/vm/node2,vm-3", "a/b,vm-5", "a%2fb,vm-5", "node,''", "NODE1,''" })
	void aPlugIsReadAsTheBackEndReadsIt(String plug, String ids) throws ClusterSyntaxException {
		assertEquals(ids, map(plug, "").get(0).machines().stream().map(MappedMachine::id).collect(Collectors.joining(" ")));
	}

	@Test
	void aDatacenterRestrictsTheLookUp() throws ClusterSyntaxException {
		assertEquals("vm-3", map("node2", " vmware_datacenter=\"DC1\"").get(0).machine().orElseThrow().id());
		assertEquals("vm-1", map("rack/node1", " vmware_datacenter=\"DC0\"").get(0).machine().orElseThrow().id());
	}

	@Test
	void severalPlugsAreMappedOneByOne() throws ClusterSyntaxException {
		assertEquals(List.of("node1", "node11"), map("node1,node11", "").stream().map(PlugMapping::plug).toList());
	}

	@Test
	void eachWarningIsGiven() throws ClusterSyntaxException {
		assertEquals(Set.of(), map("node1", "").get(0).warnings());
		assertEquals(Set.of(MappingWarning.AMBIGUOUS), map("node2", "").get(0).warnings());
		assertEquals(Set.of(MappingWarning.MISSING), map("node3", "").get(0).warnings());
		assertEquals(Set.of(MappingWarning.TEMPLATE), map("golden", "").get(0).warnings());
		assertEquals(Set.of(MappingWarning.SUSPENDED), map("sleeper", "").get(0).warnings());
		assertEquals(Set.of(MappingWarning.HOST_DISCONNECTED), map("lost", "").get(0).warnings());
	}

	@Test
	void nothingIsSaidOfAnInventoryThatIsBeingRead() throws ClusterSyntaxException {
		assertEquals(List.of(), InventoryMapping.of(Samples.device(Samples.USUAL, "node1"), new StandInInventory(false)));
	}
}
