package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** A vCenter of 40,000 machines. */
class LargeInventoryTest {

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "40000", "--datacenters", "4", "--clusters", "8", "--hosts", "16");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		assertEquals(0, vcenter.truth("sessionsOpen"));
	}

	@Test
	void offByName() {
		Check.quietlySucceeded(agent.run(Request.to(vcenter).plug("node31999").action("off")), "Success: Powered OFF");
		assertEquals("poweredOff", vcenter.machine("node31999", "powerState"));
	}

	@Test
	void offByUuidCostsTheSameAsInASmallOne() {
		String uuid = vcenter.machine("node20001", "uuid");
		long bytes = vcenter.truth("bytesOut");

		Check.quietlySucceeded(agent.run(Request.to(vcenter).plug(uuid).action("off")), "Success: Powered OFF");

		assertEquals("poweredOff", vcenter.machine("node20001", "powerState"));
		assertTrue(vcenter.truth("bytesOut") - bytes < 100_000, "the agent looked at more than one machine");
	}

	@Test
	void listNamesAll() {
		Outcome outcome = agent.run(Request.to(vcenter).action("list"));

		assertEquals(0, outcome.exit(), () -> outcome.err());
		assertEquals(40_000, outcome.out().lines().count());
	}
}
