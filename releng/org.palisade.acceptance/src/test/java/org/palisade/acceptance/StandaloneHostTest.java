package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcSim;

/** An ESXi host without a vCenter. */
@Needs(RealPart.GO)
class StandaloneHostTest {

	private static final String NAME = "ha-host_VM0";
	private static final String PATH = "/ha-datacenter/vm/" + NAME;

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcSim vcsim;
	private static Govc govc;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-esx", "-vm", "3");
		govc = vcsim.govc();
	}

	@AfterAll
	static void stop() {
		if (vcsim != null) {
			vcsim.close();
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		assertEquals(List.of(), govc.foreignSessions());
	}

	@Test
	void statusOffStatusOnReboot() {
		govc.power(PATH, true);

		Check.statusIsOn(agent.run(request().action("status")));
		Check.quietlySucceeded(agent.run(request().action("off")), "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
		Check.statusIsOff(agent.run(request().action("status")));
		Check.quietlySucceeded(agent.run(request().action("on")), "Success: Powered ON");
		assertTrue(govc.isOn(PATH));
		Check.quietlySucceeded(agent.run(request().action("reboot")), "Success: Rebooted");
		assertTrue(govc.isOn(PATH));
	}

	@Test
	void byPathAndByReference() {
		Check.statusIsOn(agent.run(Request.to(vcsim).plug("/ha-datacenter/vm/ha-host_VM1").action("status")));
		String reference = govc.reference("/ha-datacenter/vm/ha-host_VM1").substring("VirtualMachine:".length());
		Check.statusIsOn(agent.run(Request.to(vcsim).plug(reference).action("status")));
	}

	@Test
	void monitorAndList() {
		Outcome monitor = agent.run(Request.to(vcsim).action("monitor"));
		assertEquals(0, monitor.exit(), monitor::all);

		Outcome list = agent.run(Request.to(vcsim).action("list"));
		assertEquals(0, list.exit(), list::all);
		assertEquals(List.of("ha-host_VM0", "ha-host_VM1", "ha-host_VM2"),
				list.out().lines().map(line -> line.substring(0, line.indexOf(','))).sorted().toList());
	}

	private static Request request() {
		return Request.to(vcsim).plug(NAME);
	}
}
