package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcenterSimulator;

/** A resident agent that is killed in the middle of a request: a process of its own takes over, and powers nothing a second time. */
@Needs(RealPart.RESIDENT_CLIENT)
class LostResidentTest {

	private static final String NAME = "node00002";
	private static final Duration BOUND = Duration.ofSeconds(60);

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	/**
	 * A call of a reboot at which the server holds the resident.
	 *
	 * @param nth the how-manieth call of that method in the request
	 * @param executed whether it takes effect
	 */
	record Call(String method, long nth, boolean executed) {

		boolean isLost(String power) {
			return !executed && method.equals(power);
		}
	}

	private long powerOffs;
	private long powerOns;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary).withPatientClient();
		vcenter = VcenterSimulator.start(agent, "--vms", "40");
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@BeforeEach
	void itRuns() {
		vcenter.withdrawOrders();
		vcenter.post("/vm", "name", NAME, "power", "on");
		powerOffs = vcenter.powerOffs(NAME);
		powerOns = vcenter.powerOns(NAME);
	}

	private static Request request(String action) {
		return Request.to(vcenter).plug(NAME).action(action);
	}

	private static String state() {
		return vcenter.machine(NAME, "powerState");
	}

	private void powered(long offs, long ons) {
		assertEquals(powerOffs + offs, vcenter.powerOffs(NAME), "power-offs");
		assertEquals(powerOns + ons, vcenter.powerOns(NAME), "power-ons");
	}

	/** Makes a request and kills the resident, or stops it with a signal, at the n-th call of a method from now on. */
	private Outcome loseAt(String signal, String method, int nth, Request request) {
		try (ResidentAgent resident = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"))) {
			long before = vcenter.requests(method);
			try (Running client = resident.start(request)) {
				Await.until(method, BOUND, () -> vcenter.requests(method) >= before + nth);
				resident.process().signal(signal);
				return client.await(BOUND);
			}
		}
	}

	private Outcome killAt(String method, int nth, Request request) {
		return loseAt("KILL", method, nth, request);
	}

	private static void delay(String method, int nth) {
		vcenter.post("/fault", "method", method, "nth", Integer.toString(nth), "kind", "delay", "parameter", "2000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Login", "CreateFilter" })
	void beforeAPowerOperationTheWholeRequestIsTakenOver(String method) {
		delay(method, 1);

		Outcome outcome = killAt(method, 1, request("off"));

		Check.quietlySucceeded(outcome, "Success: Powered OFF");
		powered(1, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "KILL", "STOP" })
	void aPowerOffThatIsUnderWayIsAwaited(String signal) {
		delay("PowerOffVM_Task", 1);

		isOffAfter(loseAt(signal, "PowerOffVM_Task", 1, request("off")));
	}

	/** The resident logs out at once, which a server may take as the end of a request that it has not begun. */
	@ParameterizedTest
	@ValueSource(strings = { "KILL", "STOP", "TERM" })
	void aPowerOffWhoseAnswerWasLostIsSeen(String signal) {
		vcenter.post("/fault", "method", "PowerOffVM_Task", "nth", "1", "kind", "hang");

		isOffAfter(loseAt(signal, "PowerOffVM_Task", 1, request("off")));
	}

	private void isOffAfter(Outcome outcome) {
		assertEquals(0, outcome.exit(), outcome::all);
		// Whether it was off before the new process looked is a matter of time.
		assertTrue(outcome.out().matches("Success: (Powered|Already) OFF\n"), outcome::all);
		Check.says(outcome, "resident agent was lost");
		powered(1, 0);
	}

	/** It was noted that the power operation may have been asked for, and nobody can tell that it was not. */
	@Test
	void aPowerOffThatWasLostIsAFailure() {
		vcenter.post("/fault", "method", "PowerOffVM_Task", "nth", "1", "kind", "hang", "executed", "false");

		Outcome outcome = killAt("PowerOffVM_Task", 1, request("off").with("power_timeout", "3"));

		Check.failed(outcome, "not verified", "not repeated");
		assertEquals("poweredOn", state());
		powered(0, 0);
	}

	@Test
	void aRebootWhoseOffIsUnderWayIsDoneOnce() {
		delay("PowerOffVM_Task", 1);

		Outcome outcome = killAt("PowerOffVM_Task", 1, request("reboot"));

		Check.succeeded(outcome, "Success: Rebooted");
		assertEquals("poweredOn", state());
		powered(1, 1);
	}

	@Test
	void ofARebootThatIsOffOnlyTheOnRemains() {
		long before = vcenter.powerOffs(NAME);
		try (ResidentAgent resident = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"));
				Running client = resident.start(request("reboot").with("power_wait", "3").with("verbose", "1"))) {
			Await.until("off", BOUND, () -> vcenter.powerOffs(NAME) > before && client.errSoFar().contains("WaitForUpdatesEx"));
			resident.process().signal("KILL");

			Check.succeeded(client.await(BOUND), "Success: Rebooted");
		}
		assertEquals("poweredOn", state());
		powered(1, 1);
	}

	@Test
	void aPowerOnThatIsUnderWayIsAwaited() {
		delay("PowerOnVM_Task", 1);

		Outcome outcome = killAt("PowerOnVM_Task", 1, request("reboot"));

		Check.succeeded(outcome, "Success: Rebooted");
		assertEquals("poweredOn", state());
		powered(1, 1);
	}

	@Test
	void aPowerOnThatWasLostLeavesItOffWithAWarning() {
		vcenter.post("/fault", "method", "PowerOnVM_Task", "nth", "1", "kind", "hang", "executed", "false");

		Outcome outcome = killAt("PowerOnVM_Task", 1, request("reboot").with("power_timeout", "3"));

		Check.succeeded(outcome, "Success: Rebooted");
		Check.says(outcome, "powering it on failed");
		assertEquals("poweredOff", state());
		powered(1, 0);
	}

	@Test
	void aResetIsNotRepeated() {
		delay("ResetVM_Task", 1);
		long resets = vcenter.requests("ResetVM_Task");

		Outcome outcome = killAt("ResetVM_Task", 1, request("reboot").with("method", "cycle"));

		Check.failed(outcome, "not verified", "not repeated");
		assertEquals(resets + 1, vcenter.requests("ResetVM_Task"));
		powered(0, 0);
	}

	/** Which calls there are is seen from a request that nothing disturbs. Only one that powers can be lost in a way that matters. */
	static Stream<Call> callsOfAReboot() {
		vcenter.post("/vm", "name", NAME, "power", "on");
		Map<String, Long> earlier = vcenter.requests();
		Check.quietlySucceeded(agent.run(patientReboot()), "Success: Rebooted");
		List<Call> calls = new ArrayList<>();
		vcenter.requests().forEach((method, count) -> {
			for (long nth = 1; nth <= count - earlier.getOrDefault(method, 0L); nth++) {
				calls.add(new Call(method, nth, true));
				if (method.startsWith("Power")) {
					calls.add(new Call(method, nth, false));
				}
			}
		});
		assertTrue(calls.size() > 8, calls::toString);
		return calls.stream();
	}

	/** The resident waits at the call until it is killed; whoever takes over waits for what was lost for as long as a power operation may take. */
	private static Request patientReboot() {
		return request("reboot").with("lookup_cache", "off").with("shell_timeout", "60").with("login_timeout", "60").with("power_timeout", "8");
	}

	@ParameterizedTest
	@MethodSource("callsOfAReboot")
	void lostAtAnyCallOfARebootItIsPoweredOnceAtMost(Call call) {
		long before = vcenter.requests(call.method());
		vcenter.post("/fault", "method", call.method(), "nth", Long.toString(call.nth()), "kind", "hang", "executed", Boolean.toString(call.executed()));

		Outcome outcome;
		try (ResidentAgent resident = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"));
				Running client = resident.start(patientReboot())) {
			// How often a change is waited for is a matter of time, so the last of these calls may not come.
			Await.until(call.toString(), BOUND, () -> !client.isAlive() || vcenter.requests(call.method()) >= before + call.nth());
			resident.process().signal("KILL");
			outcome = client.await(BOUND);
		}

		if (call.isLost("PowerOffVM_Task")) {
			Check.failed(outcome, "not verified", "not repeated");
			assertEquals("poweredOn", state(), outcome::all);
			powered(0, 0);
		} else if (call.isLost("PowerOnVM_Task")) {
			Check.succeeded(outcome, "Success: Rebooted");
			Check.says(outcome, "powering it on failed");
			assertEquals("poweredOff", state(), outcome::all);
			powered(1, 0);
		} else {
			Check.succeeded(outcome, "Success: Rebooted");
			assertEquals("poweredOn", state(), outcome::all);
			powered(1, 1);
		}
	}
}
