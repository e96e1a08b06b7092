package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.VcenterSimulator;

/** The simulated vCenter as a program of its own, and as seen by a client that is not ours. */
class SimulatorCommandTest {

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;

	@BeforeAll
	static void install() {
		agent = InstalledAgent.copyInto(temporary);
	}

	@Test
	@Needs(RealPart.GO)
	void govcLooksAroundAndPowersMachines() {
		try (VcenterSimulator vcenter = VcenterSimulator.start(agent, "--vms", "40", "--datacenters", "2")) {
			Govc govc = vcenter.govc();
			List<String> machines = govc.run("find", "/", "-type", "m").lines().toList();
			assertEquals(42, machines.size(), "40 machines and a template in each datacenter: " + machines);
			String path = vcenter.machine("node00003", "path");
			assertTrue(machines.contains(path), machines::toString);

			govc.run("vm.power", "-off", path);
			assertEquals("poweredOff", govc.powerState(path));
			assertEquals("poweredOff", vcenter.machine("node00003", "powerState"));
			govc.run("vm.power", "-on", path);
			assertTrue(govc.isOn(path));
			assertEquals(0, vcenter.truth("sessionsOpen"));
		}
	}

	@Test
	@Needs(RealPart.GO)
	void govcSeesAStandaloneHost() {
		try (VcenterSimulator host = VcenterSimulator.start(agent, "--esx", "--vms", "5")) {
			assertEquals(5, host.govc().run("find", "/", "-type", "m", "-config.template", "false").lines().count());
		}
	}

	@Test
	void itEndsWhenItIsAskedTo() {
		try (VcenterSimulator vcenter = VcenterSimulator.start(agent, "--vms", "5")) {
			vcenter.terminate(Duration.ofSeconds(20));
		}
	}

	@Test
	void itEndsWithItsStandardInputAndAfterItsLifetime() {
		Command command = new Command(agent.folder().resolve("bin/vcenter-simulator").toString());
		Outcome withInput = command.argument("--until-stdin-closes").run(Duration.ofSeconds(60));
		assertEquals(0, withInput.exit(), withInput::all);
		Outcome lifetime = new Command(agent.folder().resolve("bin/vcenter-simulator").toString(), "--lifetime", "1").run(Duration.ofSeconds(60));
		assertEquals(0, lifetime.exit(), lifetime::all);
	}

	@Test
	void badOptionsAreTold() {
		Outcome outcome = new Command(agent.folder().resolve("bin/vcenter-simulator").toString(), "--vms", "many").run();

		assertEquals(1, outcome.exit(), outcome::all);
		Check.says(outcome, "--vms", "many");
		Check.isForHumans(outcome);
	}

	@Test
	void helpNamesItsOptions() {
		Outcome outcome = new Command(agent.folder().resolve("bin/vcenter-simulator").toString(), "--help").run();

		assertEquals(0, outcome.exit(), outcome::all);
		assertTrue(outcome.out().contains("--page-size"), outcome::all);
		assertFalse(outcome.out().isBlank());
	}
}
