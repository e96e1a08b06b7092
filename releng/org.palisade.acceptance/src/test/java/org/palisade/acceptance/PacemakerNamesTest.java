package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.FencerScript;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.VcenterSimulator;

/**
 * The real fencer of Pacemaker runs the agent under each of its names, with the defaults of that name, against the simulated vCenter, which offers the
 * SOAP API and the REST API. All steps run once, in {@code fenced-names.sh}.
 */
@Needs({ RealPart.PACEMAKER_FENCED, RealPart.NAME_SPACES })
class PacemakerNamesTest {

	@TempDir
	static Path temporary;

	private static VcenterSimulator vcenter;
	private static FencerScript fencer;

	static List<String> names() {
		return List.of("fence_vmware", "fence_vmware_ng", "fence_vmware_soap", "fence_vmware_rest");
	}

	/** {@return the machine that serves one purpose for one name} */
	private static String plug(String name, int purpose) {
		return String.format("node%05d", 10 + 10 * names().indexOf(name) + purpose);
	}

	private static String toBePoweredOff(String name) {
		return plug(name, 1);
	}

	private static String toBeRebooted(String name) {
		return plug(name, 2);
	}

	private static String withTwoLevels(String name) {
		return plug(name, 3);
	}

	@BeforeAll
	@Timeout(value = 9, unit = TimeUnit.MINUTES)
	static void runAllSteps() throws IOException {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		Path agents = Files.createDirectory(temporary.resolve("agents"));
		new Command(agent.folder().resolve("bin/install-agents").toString(), "--all", "--directory", agents.toString()).run().require();
		vcenter = VcenterSimulator.start(agent, "--vms", "60", "--datacenters", "2");
		Map<String, String> environment = new HashMap<>(Map.of("NAMES", String.join(" ", names())));
		for (String name : names()) {
			for (String machine : List.of(toBePoweredOff(name), toBeRebooted(name), withTwoLevels(name))) {
				vcenter.post("/vm", "name", machine, "power", "on");
			}
			environment.put("plug_off_" + name, toBePoweredOff(name));
			environment.put("plug_reboot_" + name, toBeRebooted(name));
			environment.put("plug_level_" + name, withTwoLevels(name));
		}
		fencer = FencerScript.run("fenced-names.sh", agents, Files.createDirectory(temporary.resolve("fencer")), vcenter, environment);
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	private static String power(String machine) {
		return vcenter.machine(machine, "powerState");
	}

	@ParameterizedTest
	@MethodSource("names")
	void itTakesTheMetadata(String name) {
		assertTrue(fencer.succeeded("metadata " + name).contains("<resource-agent name=\"" + name + "\""));
	}

	@ParameterizedTest
	@MethodSource("names")
	void itRegistersListsAndMonitorsTheDevice(String name) {
		fencer.succeeded("register " + name + "-off");
		assertTrue(fencer.succeeded("list " + name).contains(name + "-off"));
		fencer.succeeded("monitor " + name);
	}

	@ParameterizedTest
	@MethodSource("names")
	void itPowersOff(String name) {
		fencer.succeeded("off " + name);
		assertEquals("poweredOff", power(toBePoweredOff(name)));
		assertEquals(1, vcenter.powerOffs(toBePoweredOff(name)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void itFindsItsTargetByItsStatusAndReboots(String name) {
		assertTrue(fencer.succeeded("status " + name).contains(name + "-status"));
		fencer.succeeded("reboot " + name);
		assertEquals("poweredOn", power(toBeRebooted(name)));
		assertEquals(1, vcenter.powerOffs(toBeRebooted(name)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void itGoesOnToTheSecondLevelWhenTheFirstFails(String name) {
		fencer.succeeded("first level " + name);
		fencer.succeeded("second level " + name);
		fencer.succeeded("levels " + name);
		assertEquals("poweredOff", power(withTwoLevels(name)));
		assertEquals(1, vcenter.powerOffs(withTwoLevels(name)));
	}

	@ParameterizedTest
	@MethodSource("names")
	void itFindsItsTargetsFromTheListOfMachines(String name) {
		assertTrue(fencer.succeeded("dynamic list " + name).contains(name + "-dynamic"));
		assertTrue(fencer.succeeded("dynamic list of nobody " + name).contains("0 fence devices"));
	}

	@Test
	void eachApiWasUsed() {
		assertTrue(vcenter.truth("Login") > 0, "no log-in by SOAP");
		assertTrue(vcenter.truth("api:session.create") > 0, "no log-in by REST");
	}

	@Test
	void noSessionIsLeftAndNoPasswordInTheLog() {
		assertEquals(0, vcenter.truth("sessionsOpen"));
		assertFalse(fencer.log().contains(vcenter.password()), "the password is in the fencer's log");
	}
}
