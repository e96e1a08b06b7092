package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcSim;

/** A server whose power-off tasks take their time. */
@Needs(RealPart.GO)
class DeadlineTest {

	private static final Duration TASK = Duration.ofSeconds(15);
	private static final String PATH = "/DC0/vm/DC0_H0_VM0";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcSim vcsim;
	private static Govc govc;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "1", "-vm", "2", "-method-delay", "PowerOff:" + TASK.toMillis() + ",LockHandoff:0");
		govc = vcsim.govc();
	}

	@AfterAll
	static void stop() {
		if (vcsim != null) {
			vcsim.close();
		}
	}

	@BeforeEach
	void itRuns() {
		govc.power(PATH, true);
	}

	@AfterEach
	void everySessionWasClosedAndNoTaskIsLeft() {
		assertEquals(List.of(), govc.foreignSessions());
		Await.until("the last task's end", TASK.multipliedBy(2), () -> !isPowerOffRunning());
	}

	@Test
	void aTaskThatOutlastsThePowerTimeoutIsAFailure() {
		Outcome outcome = agent.run(request().with("power_timeout", "3").action("off"));

		Check.failed(outcome, "timed out");
		Check.isForHumans(outcome);
		assertTrue(govc.isOn(PATH), "the task was to be still under way");
		assertTrue(outcome.took().compareTo(TASK) < 0, outcome::all);
	}

	@Test
	void aRebootWhoseOffPartTimesOutIsAFailure() {
		Outcome outcome = agent.run(request().with("power_timeout", "3").action("reboot"));

		Check.failed(outcome, "timed out");
	}

	@Test
	void aSlowTaskWithinThePowerTimeoutIsASuccess() {
		Outcome outcome = agent.run(request().with("power_timeout", "40").action("off"));

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	@Test
	void sigtermInTheMiddleOfAPowerOffIsAFailureAndLogsOut() {
		try (Running running = agent.start(request().with("power_timeout", "40").action("off"))) {
			Await.until("the power-off task", Duration.ofSeconds(30), DeadlineTest::isPowerOffRunning);
			assertEquals(1, govc.foreignSessions().size(), "the agent's session");
			running.terminate();
			Outcome outcome = running.await(Duration.ofSeconds(10));

			Check.failed(outcome);
			Check.isForHumans(outcome);
			assertTrue(isPowerOffRunning(), "the agent was to end before the task");
			assertEquals(List.of(), govc.foreignSessions());
		}
	}

	@Test
	void aMachineThatSomebodyElsePowersOffMeanwhileIsOff() {
		govc.run("vm.power", "-off", "-wait=false", PATH);

		Outcome outcome = agent.run(request().with("power_timeout", "40").action("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		assertFalse(govc.isOn(PATH));
	}

	private static boolean isPowerOffRunning() {
		return govc.run("tasks", "-s", "queued", "-s", "running", PATH).contains("PowerOff");
	}

	private static Request request() {
		return Request.to(vcsim).plug("DC0_H0_VM0");
	}
}
