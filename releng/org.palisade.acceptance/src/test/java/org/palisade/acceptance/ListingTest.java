package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The actions that look and touch nothing. */
@Needs(RealPart.GO)
class ListingTest {

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcSim vcsim;
	private static Govc govc;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "2", "-cluster", "2", "-host", "2", "-vm", "3");
		govc = vcsim.govc();
		govc.power("/DC0/vm/DC0_H0_VM0", false);
		govc.run("vm.power", "-suspend", "/DC0/vm/DC0_H0_VM1");
		govc.power("/DC0/vm/DC0_H0_VM2", false);
		govc.run("vm.markastemplate", "/DC0/vm/DC0_H0_VM2");
		govc.run("object.rename", "/DC1/vm/DC1_H0_VM0", "a%2fb ä&");
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
	void listNamesEveryMachineOnceWithItsUuidAndNoTemplate() {
		Outcome outcome = agent.run(Request.to(vcsim).action("list"));

		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals("", outcome.err(), outcome::all);
		List<String> lines = outcome.out().lines().toList();
		assertEquals(17, lines.size(), outcome::all);
		assertTrue(lines.contains("DC0_H0_VM0," + uuid("/DC0/vm/DC0_H0_VM0")), outcome::all);
		assertTrue(lines.contains("DC0_H0_VM1," + uuid("/DC0/vm/DC0_H0_VM1")), outcome::all);
		assertTrue(lines.contains("DC1_C1_RP0_VM2," + uuid("/DC1/vm/DC1_C1_RP0_VM2")), outcome::all);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith("a/b ä&,")), outcome::all);
		assertTrue(lines.stream().noneMatch(line -> line.startsWith("DC0_H0_VM2,")), outcome::all);
	}

	@Test
	void listStatusTellsEachMachinesState() {
		Outcome outcome = agent.run(Request.to(vcsim).action("list-status"));

		assertEquals(0, outcome.exit(), outcome::all);
		List<String> lines = outcome.out().lines().toList();
		assertEquals(17, lines.size(), outcome::all);
		assertTrue(lines.contains("DC0_H0_VM0," + uuid("/DC0/vm/DC0_H0_VM0") + ",OFF"), outcome::all);
		assertTrue(lines.contains("DC0_H0_VM1," + uuid("/DC0/vm/DC0_H0_VM1") + ",UNKNOWN"), outcome::all);
		assertTrue(lines.contains("DC0_C0_RP0_VM0," + uuid("/DC0/vm/DC0_C0_RP0_VM0") + ",ON"), outcome::all);
	}

	@Test
	void theDatacenterRestrictsTheList() {
		Outcome outcome = agent.run(Request.to(vcsim).with("vmware_datacenter", "DC1").action("list"));

		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals(9, outcome.out().lines().count(), outcome::all);
		assertTrue(outcome.out().lines().noneMatch(line -> line.startsWith("DC0_")), outcome::all);
	}

	@Test
	void theSeparatorCanBeChosen() {
		Outcome outcome = agent.command("-a", "127.0.0.1:" + vcsim.port(), "-l", vcsim.username(), "-p", vcsim.password(), "--ssl-insecure",
				"-C", ";", "-o", "list").run();

		assertEquals(0, outcome.exit(), outcome::all);
		assertTrue(outcome.out().lines().anyMatch(("DC0_C0_RP0_VM0;" + uuid("/DC0/vm/DC0_C0_RP0_VM0"))::equals), outcome::all);
	}

	@Test
	void monitorSaysNothingWhenAllIsWell() {
		assertSilentSuccess(agent.run(Request.to(vcsim).action("monitor")));
		assertSilentSuccess(agent.run(Request.to(vcsim).plug("DC0_C0_RP0_VM0").action("monitor")));
	}

	@Test
	void monitorOfAnUnknownPlugFails() {
		Check.failed(agent.run(Request.to(vcsim).plug("nobody").action("monitor")), "nobody");
	}

	@Test
	void aSuspendedMachineIsNotOff() {
		Outcome outcome = agent.run(Request.to(vcsim).plug("DC0_H0_VM1").action("status"));

		assertTrue(outcome.exit() != 2, outcome::all);
	}

	private static void assertSilentSuccess(Outcome outcome) {
		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals("", outcome.out() + outcome.err(), outcome::all);
	}

	private static String uuid(String path) {
		return govc.run("collect", "-s", path, "config.uuid");
	}
}
