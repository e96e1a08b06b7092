package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.VcenterSimulator;

/** The unchanged agents of ClusterLabs fence-agents work with our simulator: what ours is measured against is measured doing its work. */
class PeersOnTheSimulatorTest {

	private static final int MACHINES = 60;

	@TempDir
	static Path temporary;

	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() {
		// More than one page, which fence_vmware_soap reads one by one.
		vcenter = VcenterSimulator.start(InstalledAgent.copyInto(temporary), "--vms", Integer.toString(MACHINES), "--page-size", "25");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	private static Command peer(String name) {
		Path agent = Path.of("/usr/sbin", name);
		assumeTrue(Files.isExecutable(agent), name + " of fence-agents is not installed (Debian: fence-agents)");
		return new Command(agent.toString(), "-a", "127.0.0.1", "-u", Integer.toString(vcenter.port()), "-l", vcenter.username(), "-p",
				vcenter.password(), "-z", "--ssl-insecure");
	}

	private static Outcome run(String name, String action) {
		return peer(name).argument("-n").argument("node00002").argument("-o").argument(action).run();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fence_vmware_rest", "fence_vmware_soap" })
	void theyPowerAndList(String name) {
		assertEquals(0, run(name, "status").exit());
		assertEquals("Success: Powered OFF\n", run(name, "off").require());
		assertEquals("poweredOff", vcenter.machine("node00002", "powerState"));
		assertEquals(2, run(name, "status").exit());
		assertEquals("Success: Powered ON\n", run(name, "on").require());
		assertEquals("poweredOn", vcenter.machine("node00002", "powerState"));
		String list = peer(name).argument("-o").argument("list").run().require();
		assertTrue(list.lines().anyMatch(line -> line.startsWith("node00058,")), list);
		assertEquals(0, vcenter.truth("sessionsOpen"));
	}
}
