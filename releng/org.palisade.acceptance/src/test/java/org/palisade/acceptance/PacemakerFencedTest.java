package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Lab;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.VcSim;

/** The real fencer of Pacemaker runs the agent from {@code /usr/sbin}, against vcsim. All steps run once, in {@code fenced.sh}. */
@Needs({ RealPart.GO, RealPart.PACEMAKER_FENCED, RealPart.NAME_SPACES })
class PacemakerFencedTest {

	private static final Map<String, Step> STEPS = new HashMap<>();

	@TempDir
	static Path temporary;

	private static VcSim vcsim;

	/** What a step printed and how it ended. */
	private record Step(String output, int exit) {
	}

	@BeforeAll
	static void runAllSteps() throws IOException {
		InstalledAgent agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "2", "-cluster", "1", "-host", "2", "-vm", "2");
		Govc govc = vcsim.govc();
		govc.run("object.rename", "/DC0/vm/DC0_H0_VM0", "twin");
		govc.run("object.rename", "/DC1/vm/DC1_H0_VM0", "twin");
		Outcome outcome = script(agent, RealPart.fenced().orElseThrow(), govc);
		assertEquals(0, outcome.exit(), outcome::all);
		readSteps(outcome);
	}

	@AfterAll
	static void stop() {
		if (vcsim != null) {
			vcsim.close();
		}
	}

	private static Outcome script(InstalledAgent agent, Path fenced, Govc govc) throws IOException {
		Path script = temporary.resolve("fenced.sh");
		try (InputStream in = PacemakerFencedTest.class.getResourceAsStream("/fenced.sh")) {
			Files.copy(in, script);
		}
		Command command = new Command("unshare", "-m", "-p", "--fork", "--mount-proc", "--kill-child", "/bin/sh", script.toString())
				.environment("WORK", Files.createDirectory(temporary.resolve("work")).toString())
				.environment("AGENT", agent.folder().resolve("bin/fence_vmware").toString())
				.environment("FENCED", fenced.toString()).environment("PORT", Integer.toString(vcsim.port()))
				.environment("USERNAME", vcsim.username()).environment("PASSWORD", vcsim.password())
				.environment("GOVC", Lab.command("govc").toString());
		govc.environment().forEach(command::environment);
		return command.run(Duration.ofMinutes(4));
	}

	private static void readSteps(Outcome outcome) {
		String name = null;
		StringBuilder output = new StringBuilder();
		for (String line : outcome.out().lines().toList()) {
			if (line.startsWith("BEGIN ")) {
				name = line.substring("BEGIN ".length());
				output.setLength(0);
			} else if (name != null && line.startsWith("END " + name + " ")) {
				STEPS.put(name, new Step(output.toString(), Integer.parseInt(line.substring(("END " + name + " ").length()))));
				name = null;
			} else {
				output.append(line).append('\n');
			}
		}
	}

	@Test
	void itTakesTheMetadataAndTheDevice() {
		assertTrue(succeeded("metadata").contains("<resource-agent name=\"fence_vmware\""));
		succeeded("register vm0");
	}

	@Test
	void itListsTheDeviceForItsNode() {
		assertTrue(succeeded("list").contains("vm0"));
	}

	@Test
	void itMonitorsTheDevice() {
		succeeded("query");
	}

	@Test
	void itReboots() {
		succeeded("reboot");
		assertEquals("poweredOn\n", succeeded("truth after reboot"));
		assertTrue(succeeded("tasks").lines().anyMatch(line -> line.startsWith("PowerOff") && line.contains("success")));
	}

	@Test
	void itFences() {
		succeeded("fence");
		assertEquals("poweredOff\n", succeeded("truth after fence"));
		succeeded("fence again");
	}

	@Test
	void itUnfences() {
		succeeded("unfence");
		assertEquals("poweredOn\n", succeeded("truth after unfence"));
	}

	@Test
	void itLearnsThatAWrongPasswordDoesNotFence() {
		failed("query with a wrong password");
		failed("fence with a wrong password");
		assertEquals("poweredOn\n", succeeded("truth after a wrong password"));
	}

	@Test
	void itLearnsThatAnAmbiguousNameIsNotFenced() {
		failed("fence an ambiguous name");
		assertEquals("poweredOn\n", succeeded("truth of the first twin"));
		assertEquals("poweredOn\n", succeeded("truth of the second twin"));
	}

	@Test
	void itFindsItsTargetsFromTheListOfMachines() {
		succeeded("register dynamic");
		assertTrue(succeeded("list a dynamic target").contains("dynamic"));
		assertTrue(succeeded("list nobody").contains("0 fence devices"));
		succeeded("fence a dynamic target");
		assertEquals("poweredOff\n", succeeded("truth of the dynamic target"));
	}

	@Test
	void noSessionIsLeft() {
		assertEquals(List.of(), succeeded("sessions").lines().skip(1).filter(line -> !line.contains("govc/")).toList());
	}

	@Test
	void itsLogKnowsTheReasonsAndNoPassword() {
		String log = succeeded("log");
		assertTrue(log.contains("fence_vmware"), log);
		assertTrue(log.contains("/DC0/vm/twin") && log.contains("/DC1/vm/twin"), log);
		assertFalse(log.contains(vcsim.password()), "the password is in the fencer's log");
	}

	private static String succeeded(String name) {
		Step step = step(name);
		assertEquals(0, step.exit(), () -> name + ":\n" + step.output() + log());
		return step.output();
	}

	private static void failed(String name) {
		Step step = step(name);
		assertNotEquals(0, step.exit(), () -> name + ":\n" + step.output() + log());
	}

	private static Step step(String name) {
		Step step = STEPS.get(name);
		assertNotNull(step, () -> "no step \"" + name + "\" in " + STEPS.keySet());
		return step;
	}

	private static String log() {
		return step("log").output();
	}
}
