package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

/** The actions that a fencer asks for, against vcsim; govc says what came of them. */
@Needs(RealPart.GO)
class PowerActionsTest {

	private static final String NAME = "DC0_C0_RP0_VM0";
	private static final String PATH = "/DC0/vm/" + NAME;
	private static final String OTHER = "DC0_C0_RP0_VM1";
	private static final String OTHER_PATH = "/DC0/vm/" + OTHER;

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcSim vcsim;
	private static Govc govc;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "2", "-cluster", "2", "-host", "2", "-vm", "2");
		govc = vcsim.govc();
	}

	@AfterAll
	static void stop() {
		if (vcsim != null) {
			vcsim.close();
		}
	}

	@BeforeEach
	void everythingRuns() {
		govc.power(PATH, true);
		govc.power(OTHER_PATH, true);
	}

	@AfterEach
	void everySessionWasClosed() {
		assertEquals(List.of(), govc.foreignSessions());
	}

	@Test
	void statusTellsOnAndOffByItsExitCode() {
		Check.statusIsOn(agent.run(request().action("status")));
		govc.power(PATH, false);
		Check.statusIsOff(agent.run(request().action("status")));
	}

	/** The event history of another vCenter than ours proves a name, too. (It has no event of a rename, so nothing is said of those.) */
	@Test
	void aNameThatIsRememberedIsNotLookedUpAgain() {
		agent.run(request().action("monitor")).require();

		Outcome warm = agent.run(request().action("reboot").with("verbose", 1));

		Check.succeeded(warm, "Success: Rebooted");
		assertTrue(warm.err().contains("QueryEvents") && !warm.err().contains("CreateContainerView"), warm::all);
		assertEquals("poweredOn", govc.powerState(PATH));
	}

	@Test
	void offFromTheLinesOfAnOldClusterConfiguration() {
		Outcome outcome = agent.command().input("ip=127.0.0.1\nipport=" + vcsim.port() + "\nlogin=" + vcsim.username() + "\npasswd="
				+ vcsim.password() + "\nssl_insecure=1\nport=" + NAME + "\naction=off\n").run();

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertEquals("poweredOff", govc.powerState(PATH));
		assertTrue(govc.isOn(OTHER_PATH));
	}

	@Test
	void offFromTheCommandLine() {
		Outcome outcome = agent.command("-a", "127.0.0.1", "-u", Integer.toString(vcsim.port()), "-l", vcsim.username(), "-p", vcsim.password(),
				"-z", "--ssl-insecure", "-n", NAME, "-o", "off").run();

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void offFromLongOptions() {
		Check.quietlySucceeded(agent.runWithArguments(request().action("off")), "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void theAddressMayCarryThePort() {
		Check.quietlySucceeded(agent.run(request().without("ipport").with("ip", "127.0.0.1:" + vcsim.port()).action("off")),
				"Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void offOfAMachineThatIsOff() {
		govc.power(PATH, false);

		Check.quietlySucceeded(agent.run(request().action("off")), "Success: Already OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void onAndOnAgain() {
		govc.power(PATH, false);

		Check.quietlySucceeded(agent.run(request().action("on")), "Success: Powered ON");
		assertTrue(govc.isOn(PATH));
		Check.quietlySucceeded(agent.run(request().action("on")), "Success: Already ON");
		assertTrue(govc.isOn(PATH));
	}

	@Test
	void rebootPowersOffAndOn() {
		List<String> before = govc.tasks(PATH);

		Check.quietlySucceeded(agent.run(request().action("reboot")), "Success: Rebooted");

		assertTrue(govc.isOn(PATH));
		assertEquals(List.of("PowerOff success", "PowerOn success"), govc.tasksBeyond(before, PATH));
	}

	@Test
	void rebootOfAMachineThatIsOffLeavesItOn() {
		govc.power(PATH, false);

		Check.quietlySucceeded(agent.run(request().action("reboot")), "Success: Rebooted");
		assertTrue(govc.isOn(PATH));
	}

	@Test
	void withoutAnActionItReboots() {
		govc.power(PATH, false);

		Check.quietlySucceeded(agent.run(request()), "Success: Rebooted");
		assertTrue(govc.isOn(PATH));
	}

	@Test
	void theDeprecatedNameOfTheActionIsNoReboot() {
		govc.power(PATH, false);

		Check.statusIsOff(agent.run(request().with("option", "status")));
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void theActionMayBeWrittenInAnyCase() {
		Check.quietlySucceeded(agent.run(request().action("OFF")), "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void severalPlugsAreFencedTogether() {
		Check.succeeded(agent.run(request().plug(NAME + "," + OTHER).action("off")), "Success: Powered OFF");
		assertAll(() -> assertFalse(govc.isOn(PATH)), () -> assertFalse(govc.isOn(OTHER_PATH)));
	}

	@Test
	void severalPlugsAreOnWhileOneOfThemIs() {
		govc.power(PATH, false);

		// Which of them is on is told on standard error.
		Check.succeeded(agent.run(request().plug(NAME + "," + OTHER).action("status")), "Status: ON");
		govc.power(OTHER_PATH, false);
		Outcome outcome = agent.run(request().plug(NAME + "," + OTHER).action("status"));
		assertEquals(2, outcome.exit(), outcome::all);
		assertEquals("Status: OFF\n", outcome.out(), outcome::all);
	}

	@Test
	void rebootInOneCallWhenAskedTo() {
		List<String> before = govc.tasks(PATH);

		Check.succeeded(agent.run(request().with("method", "cycle").action("reboot")), "Success: Rebooted");

		assertTrue(govc.isOn(PATH));
		assertTrue(govc.tasksBeyond(before, PATH).contains("Reset success"));
	}

	@Test
	void oneUnknownAmongSeveralPlugsLeavesAllAlone() {
		Check.failed(agent.run(request().plug(NAME + ",nobody").action("off")), "nobody");
		assertTrue(govc.isOn(PATH));
	}

	@Test
	void whatPacemakerAddsIsAcceptedSilently() {
		Outcome outcome = agent.command().environment("PCMK_service", "pacemaker-fenced")
				.input(request().action("off").with("nodename", "node1").lines()).run();

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void whatTheOldFencerSendsIsAccepted() {
		Request request = Request.to(vcsim).with("agent", "fence_vmware").with("name", "vc").with("port", NAME).with("option", "off")
				.with("nodename", "node1");

		Check.succeeded(agent.run(request), "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	private static Request request() {
		return Request.to(vcsim).plug(NAME);
	}
}
