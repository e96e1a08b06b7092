package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcenterSimulator;

/** The installed agent, run several times, with what it keeps on disk in between. */
class RememberedInventoryTest {

	private static final String NAME = "node00002";
	private static final List<String> LOOK_UPS = List.of("CreateContainerView", "FindAllByUuid", "FindByInventoryPath");

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	private Path cache;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", "500", "--datacenters", "2");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void nothingIsRemembered() throws IOException {
		cache = Files.createTempDirectory(temporary, "cache").resolve("palisade");
	}

	private Request request(String action) {
		return Request.to(vcenter).with("port", NAME).with("lookup_cache", cache.toString()).action(action);
	}

	private static long lookUps() {
		return LOOK_UPS.stream().mapToLong(vcenter::requests).sum();
	}

	private Outcome runWithoutLookUp(Request request) {
		long before = lookUps();
		Outcome outcome = agent.run(request);
		assertEquals(before, lookUps(), outcome::all);
		return outcome;
	}

	@Test
	void theSecondRunLooksNothingUp() {
		long before = lookUps();
		Check.statusIsOn(agent.run(request("status")));
		assertEquals(before + 1, lookUps());

		Check.statusIsOn(runWithoutLookUp(request("status")));
		Check.quietlySucceeded(runWithoutLookUp(request("reboot")), "Success: Rebooted");
	}

	@Test
	void aMonitorPreparesForEveryMachine() throws IOException {
		Outcome monitor = agent.run(request("monitor").without("port"));
		assertEquals(0, monitor.exit(), monitor::all);
		try (Stream<Path> files = Files.list(cache)) {
			assertEquals(1, files.filter(file -> file.toString().endsWith(".map")).count());
		}

		Check.statusIsOn(runWithoutLookUp(request("status")));
	}

	@Test
	void aSecondMachineOfThatNameIsRefused() {
		Check.statusIsOn(agent.run(request("status")));
		long powerOffs = vcenter.powerOffs(NAME);
		String other = vcenter.machine("node00004", "id");
		vcenter.post("/vm", "id", other, "rename", NAME);
		try {
			Outcome outcome = agent.run(request("off"));
			assertEquals(1, outcome.exit(), outcome::all);
			assertTrue(outcome.err().contains("matches 2 plugs"), outcome::all);
			assertEquals(powerOffs, vcenter.powerOffs(NAME));
		} finally {
			vcenter.post("/vm", "id", other, "rename", "node00004");
		}
	}

	@Test
	void aPlaceThatCannotBeUsedCostsAWarningAndNothingElse() throws IOException {
		Files.writeString(cache, "no folder");
		Outcome outcome = agent.run(request("status"));
		assertEquals(0, outcome.exit(), outcome::all);
		assertTrue(outcome.err().contains("look-up cache") && outcome.err().lines().count() == 1, outcome::all);
	}

	@Test
	void aWrongPlaceIsRefusedByName() {
		Outcome outcome = agent.run(request("validate-all").with("lookup_cache", "cache"));
		assertEquals(1, outcome.exit(), outcome::all);
		assertTrue(outcome.err().contains("lookup_cache"), outcome::all);
	}
}
