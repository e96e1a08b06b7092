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
import org.palisade.acceptance.support.FencerScript;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Lab;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.VcSim;

/** The real fencer of Pacemaker runs the agent from {@code /usr/sbin}, against vcsim. All steps run once, in {@code fenced.sh}. */
@Needs({ RealPart.GO, RealPart.PACEMAKER_FENCED, RealPart.NAME_SPACES })
class PacemakerFencedTest {

	@TempDir
	static Path temporary;

	private static VcSim vcsim;
	private static FencerScript fencer;

	@BeforeAll
	@Timeout(value = 9, unit = TimeUnit.MINUTES)
	static void runAllSteps() throws IOException {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "2", "-cluster", "1", "-host", "2", "-vm", "2");
		Govc govc = vcsim.govc();
		govc.run("object.rename", "/DC0/vm/DC0_H0_VM0", "twin");
		govc.run("object.rename", "/DC1/vm/DC1_H0_VM0", "twin");
		Map<String, String> environment = new HashMap<>(govc.environment());
		environment.put("GOVC", Lab.command("govc").toString());
		fencer = FencerScript.run("fenced.sh", agent.folder().resolve("bin"), Files.createDirectory(temporary.resolve("fencer")), vcsim, environment);
	}

	@AfterAll
	static void stop() {
		if (vcsim != null) {
			vcsim.close();
		}
	}

	@Test
	void itTakesTheMetadataAndTheDevice() {
		assertTrue(fencer.succeeded("metadata").contains("<resource-agent name=\"fence_vmware\""));
		fencer.succeeded("register vm0");
	}

	@Test
	void itListsTheDeviceForItsNode() {
		assertTrue(fencer.succeeded("list").contains("vm0"));
	}

	@Test
	void itMonitorsTheDevice() {
		fencer.succeeded("query");
	}

	@Test
	void itReboots() {
		fencer.succeeded("reboot");
		assertEquals("poweredOn\n", fencer.succeeded("truth after reboot"));
		assertTrue(fencer.succeeded("tasks").lines().anyMatch(line -> line.startsWith("PowerOff") && line.contains("success")));
	}

	@Test
	void itFences() {
		fencer.succeeded("fence");
		assertEquals("poweredOff\n", fencer.succeeded("truth after fence"));
		fencer.succeeded("fence again");
	}

	@Test
	void itUnfences() {
		fencer.succeeded("unfence");
		assertEquals("poweredOn\n", fencer.succeeded("truth after unfence"));
	}

	@Test
	void itLearnsThatAWrongPasswordDoesNotFence() {
		fencer.failed("query with a wrong password");
		fencer.failed("fence with a wrong password");
		assertEquals("poweredOn\n", fencer.succeeded("truth after a wrong password"));
	}

	@Test
	void itLearnsThatAnAmbiguousNameIsNotFenced() {
		fencer.failed("fence an ambiguous name");
		assertEquals("poweredOn\n", fencer.succeeded("truth of the first twin"));
		assertEquals("poweredOn\n", fencer.succeeded("truth of the second twin"));
	}

	@Test
	void itFindsItsTargetsFromTheListOfMachines() {
		fencer.succeeded("register dynamic");
		assertTrue(fencer.succeeded("list a dynamic target").contains("dynamic"));
		assertTrue(fencer.succeeded("list nobody").contains("0 fence devices"));
		fencer.succeeded("fence a dynamic target");
		assertEquals("poweredOff\n", fencer.succeeded("truth of the dynamic target"));
	}

	@Test
	void noSessionIsLeft() {
		assertEquals(List.of(), fencer.succeeded("sessions").lines().skip(1).filter(line -> !line.contains("govc/")).toList());
	}

	@Test
	void itsLogKnowsTheReasonsAndNoPassword() {
		String log = fencer.log();
		assertTrue(log.contains("fence_vmware"), log);
		assertTrue(log.contains("/DC0/vm/twin") && log.contains("/DC1/vm/twin"), log);
		assertFalse(log.contains(vcsim.password()), "the password is in the fencer's log");
	}
}
