package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** A host without vCenter has no REST API; where the user allows it, its other API is used instead. */
class FallbackTypeTest {

	private static final String NODE = "node00003";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator host;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		host = VcenterSimulator.start(agent, "--esx", "--vms", "5");
	}

	@AfterAll
	static void stop() {
		if (host != null) {
			host.close();
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		assertEquals(0, host.truth("sessionsOpen"));
	}

	@Test
	void withoutPermissionItFailsAndTellsTheWay() {
		Outcome outcome = agent.run(request().action("off"));

		Check.failed(outcome, "interface not offered", "vmware_type=esx", "fallback_type=esx");
		assertEquals("poweredOn", host.machine(NODE, "powerState"));
	}

	@Test
	void withPermissionItFencesWithAWarning() {
		Outcome outcome = agent.run(allowed().action("reboot"));

		Check.succeeded(outcome, "Success: Rebooted");
		Check.says(outcome, "warning", "changing over to back end esx");
		assertEquals(1, outcome.err().lines().count(), outcome::all);
		assertEquals(1, host.powerOffs(NODE));
		assertEquals("poweredOn", host.machine(NODE, "powerState"));
	}

	@Test
	void aWrongPasswordIsTold() {
		Check.failed(agent.run(allowed().with("password", "wrong").action("status")), "login failed");
	}

	@Test
	void aVcenterIsUsedByItsRestApi() {
		try (VcenterSimulator vcenter = VcenterSimulator.start(agent, "--vms", "5", "--datacenters", "1")) {
			Request request = Request.to(vcenter).with("vmware_type", "rest").with("fallback_type", "esx").plug(NODE);

			Check.statusIsOn(agent.run(request.action("status")));
			Outcome refused = agent.run(request.with("password", "wrong").action("status"));
			Check.failed(refused, "login failed");
			assertEquals(1, refused.err().lines().count(), refused::all);
		}
	}

	private static Request request() {
		return Request.to(host).with("vmware_type", "rest").plug(NODE);
	}

	private static Request allowed() {
		return request().with("fallback_type", "esx");
	}
}
