package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmxPathTest {

	@ParameterizedTest
	@CsvSource({ "[standard] node1/node1.vmx,node1", "[standard] node1.vmx,node1", "[a] b] c.vmx,b] c", "[s] deep/er/node 1.VMX,node 1",
			"[s] gold/gold.vmtx,gold", "/vms/node1.vmx,node1", "C:\\VMs\\node1.vmx,node1", "node1,node1", "[s] node1.vmx.vmx,node1.vmx", "[s],[s]",
			"[nas/1] node1.vmx,node1" })
	void shortNameIsThatOfTheFile(String path, String name) {
		assertEquals(name, VmxPath.shortName(path));
	}
}
