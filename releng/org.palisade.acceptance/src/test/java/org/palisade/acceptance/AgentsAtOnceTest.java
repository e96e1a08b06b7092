package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcenterSimulator;

/** 64 installed agents at once, each a process, with one folder for what they remember; half of them by each API of vCenter. */
class AgentsAtOnceTest {

	private static final int AGENTS = 64;
	private static final Duration BOUND = Duration.ofSeconds(170);
	/** Seconds; so many processes have to start before the first is done. */
	private static final String AMPLE = "150";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcenter = VcenterSimulator.start(agent, "--vms", Integer.toString(AGENTS), "--datacenters", "1", "--duplicates", "0");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void allRun() {
		for (int i = 0; i < AGENTS; i++) {
			vcenter.post("/vm", "name", name(i), "power", "on");
		}
	}

	private static String name(int i) {
		return "node%05d".formatted(i % AGENTS + 1);
	}

	/** {@return how often each machine was asked to power off} */
	private static List<Long> powerOffs() {
		return IntStream.range(0, AGENTS).mapToObj(i -> vcenter.powerOffs(name(i))).toList();
	}

	private static List<Outcome> offAtOnce(List<String> plugs) {
		List<Running> agents = new ArrayList<>();
		try {
			for (String plug : plugs) {
				String type = agents.size() % 2 == 0 ? "esx" : "rest";
				agents.add(agent.start(Request.to(vcenter).with("vmware_type", type).plug(plug).with("login_timeout", AMPLE)
						.with("shell_timeout", AMPLE).with("power_timeout", AMPLE).action("off")));
			}
			return agents.stream().map(running -> running.await(BOUND)).toList();
		} finally {
			agents.forEach(Running::close);
		}
	}

	@Test
	void eachFencesTheMachineOfTheNext() {
		List<Long> before = powerOffs();

		List<Outcome> outcomes = offAtOnce(IntStream.range(0, AGENTS).mapToObj(i -> name(i + 1)).toList());

		outcomes.forEach(outcome -> Check.succeeded(outcome, "Success: Powered OFF"));
		assertEquals(before.stream().map(count -> count + 1).toList(), powerOffs());
		for (int i = 0; i < AGENTS; i++) {
			assertEquals("poweredOff", vcenter.machine(name(i), "powerState"));
		}
		Await.until("no session left", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
	}

	/** Some find it on, ask, and are told that it is off already or that somebody else is at it: what they say of it has to be true. */
	@Test
	void allFenceTheSameMachine() {
		List<Long> others = powerOffs().subList(1, AGENTS);

		List<Outcome> outcomes = offAtOnce(IntStream.range(0, AGENTS).mapToObj(i -> name(0)).toList());

		assertTrue(outcomes.stream().anyMatch(outcome -> outcome.exit() == 0));
		for (Outcome outcome : outcomes) {
			if (outcome.exit() == 0) {
				assertTrue(outcome.out().matches("Success: (Powered|Already) OFF\n"), outcome::all);
			} else {
				Check.failed(outcome);
			}
		}
		assertEquals("poweredOff", vcenter.machine(name(0), "powerState"));
		assertEquals(others, powerOffs().subList(1, AGENTS));
		Await.until("no session left", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
	}
}
