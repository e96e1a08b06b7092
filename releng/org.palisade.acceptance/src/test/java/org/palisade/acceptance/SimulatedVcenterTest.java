package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** What vcsim cannot play: servers, hosts and people that interfere at the worst moment. */
class SimulatedVcenterTest {

	private static final String NAME = "node00002";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "120", "--datacenters", "2", "--duplicates", "1", "--page-size", "7");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void allIsWell() {
		vcenter.post("/vm", "name", NAME, "connectionState", "connected", "access", "full");
		if (!isOn()) {
			vcenter.post("/vm", "name", NAME, "power", "on");
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		vcenter.withdrawOrders();
		assertEquals(0, vcenter.truth("sessionsOpen"));
	}

	@Test
	void statusOffStatusOnReboot() {
		Check.statusIsOn(agent.run(request("status")));
		Check.quietlySucceeded(agent.run(request("off")), "Success: Powered OFF");
		assertEquals("poweredOff", vcenter.machine(NAME, "powerState"));
		Check.statusIsOff(agent.run(request("status")));
		Check.quietlySucceeded(agent.run(request("off")), "Success: Already OFF");
		Check.quietlySucceeded(agent.run(request("on")), "Success: Powered ON");
		assertTrue(isOn());
		long powerOffs = vcenter.powerOffs(NAME);
		Check.quietlySucceeded(agent.run(request("reboot")), "Success: Rebooted");
		assertTrue(isOn());
		assertEquals(powerOffs + 1, vcenter.powerOffs(NAME));
	}

	@Test
	void listsAreCompleteThoughTheServerCutsThem() {
		Outcome list = agent.run(Request.to(vcenter).action("list"));
		assertEquals(0, list.exit(), list::all);
		assertEquals(120, list.out().lines().distinct().count(), list::all);
		assertTrue(list.out().lines().anyMatch(line -> line.startsWith("web/db 100% grün,")), list::all);

		Outcome status = agent.run(Request.to(vcenter).action("list-status"));
		assertEquals(0, status.exit(), status::all);
		assertEquals(120, status.out().lines().filter(line -> line.endsWith(",ON") || line.endsWith(",OFF")).count(), status::all);
	}

	@Test
	void anAmbiguousNameIsRefusedWithBothPathsAndTheDatacenterDecides() {
		Request twin = Request.to(vcenter).plug("node00001");

		Check.failed(agent.run(twin.action("off")), "/DC0/vm/", "/DC1/vm/", "vmware_datacenter");
		Check.statusIsOn(agent.run(twin.with("vmware_datacenter", "DC1").action("status")));
	}

	@Test
	void somebodyElseWhoTurnsTheMachineOnAgainDoesNotUndoTheFencing() {
		vcenter.post("/schedule", "method", "PowerOffVM_Task", "nth", "1", "when", "task", "name", NAME, "power", "on");

		Outcome outcome = agent.run(request("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "warning");
		assertTrue(isOn());
	}

	@Test
	void somebodyElseWhoTurnsTheMachineOffFirstIsWelcome() {
		vcenter.post("/schedule", "method", "PowerOffVM_Task", "nth", "1", "when", "before", "name", NAME, "power", "off");

		Outcome outcome = agent.run(request("off"));

		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals("poweredOff", vcenter.machine(NAME, "powerState"));
	}

	@Test
	void aFailingTaskIsTold() {
		vcenter.post("/fault", "method", "PowerOffVM_Task", "nth", "1", "kind", "taskError", "parameter", "ResourceInUse");

		Check.failed(agent.run(request("off")), "ResourceInUse");
		assertTrue(isOn());
	}

	@Test
	void aTaskThatNeverEndsIsATimeout() {
		vcenter.post("/fault", "method", "PowerOffVM_Task", "nth", "1", "kind", "taskHang");

		// A machine that no other test needs: it stays busy for ever.
		Check.failed(agent.run(request("off").plug("node00004").with("power_timeout", "3")), "timed out");
	}

	@Test
	void aServerThatStopsAnsweringIsATimeout() {
		vcenter.post("/fault", "method", "FindAllByUuid", "nth", "always", "kind", "hang");

		Check.failed(agent.run(request("off").plug(vcenter.machine(NAME, "uuid")).with("shell_timeout", "2")), "timed out");
		assertTrue(isOn());
	}

	@Test
	void aHostOutOfContactIsNoProofThatItsMachineIsOff() {
		vcenter.post("/vm", "name", NAME, "power", "off", "connectionState", "disconnected");

		assertNotEquals(2, agent.run(request("status")).exit());
		Check.failed(agent.run(request("off")), "not verified", "host");
	}

	@Test
	void aMachineThatIsRenamedAfterTheLookUpIsNotTouched() {
		Request byUuid = request("off").plug(vcenter.machine(NAME, "uuid"));
		Check.statusIsOn(agent.run(byUuid.action("status")));
		// With this the read begins that a power operation has to follow.
		long powerOffs = vcenter.powerOffs(NAME);
		vcenter.post("/schedule", "method", "CreateFilter", "nth", "1", "when", "before", "name", NAME, "rename", "somebody else");
		try {
			Check.failed(agent.run(byUuid.action("off")), "refused", "renamed");
			assertEquals(powerOffs, vcenter.powerOffs("somebody else"));
		} finally {
			vcenter.post("/vm", "name", "somebody else", "rename", NAME);
		}
	}

	@Test
	void anAccountThatMayOnlyLookIsToldSo() {
		vcenter.post("/vm", "name", NAME, "access", "read");

		Check.failed(agent.run(request("off")), "VirtualMachine.Interact.PowerOff");
		Check.failed(agent.run(request("monitor")), "VirtualMachine.Interact.PowerOff");
		assertTrue(isOn());
	}

	@Test
	void aTemplateIsNeverFenced() {
		Check.failed(agent.run(Request.to(vcenter).plug("template-DC0").action("on")), "template");
	}

	@Test
	void aWrongPasswordIsALoginProblem() {
		long failedLogins = vcenter.truth("failedLogins");

		Check.failed(agent.run(request("off").with("password", "wrong")), "login failed");
		// An agent that tried again would lock the account.
		assertEquals(failedLogins + 1, vcenter.truth("failedLogins"));
	}

	private static boolean isOn() {
		return vcenter.machine(NAME, "powerState").equals("poweredOn");
	}

	private static Request request(String action) {
		return Request.to(vcenter).plug(NAME).action(action);
	}
}
