package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.VcenterSimulator;

/**
 * SIGTERM and SIGINT at every step of a request: the agent logs out, fails and claims nothing. The system property {@code palisade.faults.all}
 * has it done in every action and not only in those that hold most of the others' steps.
 */
class SignalledAgentTest {

	private static final String NAME = "node00002";
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final List<String> ACTIONS = Boolean.getBoolean("palisade.faults.all")
			? List.of("off", "reboot", "on", "status", "monitor", "list")
			: List.of("reboot", "monitor");
	private static final List<String> SIGNALS = List.of("TERM", "INT");

	private static final Set<String> MAY_COME_TOO_LATE = Set.of("CreateFilter", "WaitForUpdatesEx", "api:power.get", "api:vm.get", "Logout",
			"api:session.delete", "rest:session.delete");

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;

	/**
	 * A call of a request at which the server holds the agent.
	 *
	 * @param nth the how-manieth call of that method in the request
	 */
	record Step(String type, String action, String method, long nth, String signal) {
	}

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
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
		vcenter.post("/vm", "name", NAME, "power", "on");
	}

	@AfterEach
	void everySessionWasClosed() {
		vcenter.withdrawOrders();
		Await.until("no session left", BOUND, () -> vcenter.truth("sessionsOpen") == 0);
	}

	/** Which calls there are is seen from a request that nothing disturbs, so a new one is not forgotten here. */
	static Stream<Step> steps() {
		List<Step> steps = new ArrayList<>();
		for (String type : List.of("esx", "rest")) {
			for (String action : ACTIONS) {
				steps.addAll(stepsOf(type, action, steps.size()));
			}
		}
		assertTrue(steps.size() > 10, steps::toString);
		return steps.stream();
	}

	private static List<Step> stepsOf(String type, String action, int before) {
		vcenter.post("/vm", "name", NAME, "power", action.equals("on") ? "off" : "on");
		Map<String, Long> earlier = vcenter.requests();
		Outcome outcome = agent.run(request(type, action));
		assertEquals(0, outcome.exit(), outcome::all);
		List<Step> steps = new ArrayList<>();
		vcenter.requests().forEach((method, count) -> {
			for (long nth = 1; nth <= count - earlier.getOrDefault(method, 0L); nth++) {
				steps.add(new Step(type, action, method, nth, SIGNALS.get((before + steps.size()) % SIGNALS.size())));
			}
		});
		return steps;
	}

	private static Request request(String type, String action) {
		return Request.to(vcenter).with("vmware_type", type).plug(NAME).with("lookup_cache", "off").with("power_timeout", "60")
				.with("shell_timeout", "60").with("login_timeout", "60").action(action);
	}

	@ParameterizedTest
	@MethodSource("steps")
	void aSignalAtAnyStepIsAFailureAndLogsOut(Step step) {
		if (step.action().equals("on")) {
			vcenter.post("/vm", "name", NAME, "power", "off");
		}
		// A session whose key was never told to the agent cannot be logged out by anybody.
		boolean executed = !List.of("Login", "api:session.create", "rest:session.create").contains(step.method());
		long before = vcenter.requests().getOrDefault(step.method(), 0L);
		vcenter.post("/fault", "method", step.method(), "nth", Long.toString(step.nth()), "kind", "hang", "executed", Boolean.toString(executed));

		try (Running running = agent.start(request(step.type(), step.action()))) {
			Await.until(step.toString(), BOUND, () -> !running.isAlive() || vcenter.requests().getOrDefault(step.method(), 0L) >= before + step.nth());
			running.signalUnlessEnded(step.signal());
			failedOrWasDone(step, running.await(BOUND));
		}
	}

	/**
	 * A log-out is not waited for longer than a second, so the signal may come too late; and how often a change is waited for is a matter of
	 * time. Where the agent came to its end undisturbed, what it said has to be right.
	 */
	private static void failedOrWasDone(Step step, Outcome outcome) {
		if (outcome.exit() == 0 && MAY_COME_TOO_LATE.contains(step.method())) {
			assertEquals(step.action().equals("off") ? "poweredOff" : "poweredOn", vcenter.machine(NAME, "powerState"), outcome::all);
			return;
		}
		assertEquals("", outcome.out(), outcome::all);
		Check.failed(outcome);
		Check.isForHumans(outcome);
	}

	/** The agent has begun to read when more was taken from it than a pipe holds. */
	@ParameterizedTest
	@ValueSource(strings = { "TERM", "INT" })
	void whileStandardInputIsRead(String signal) throws IOException {
		Path pipe = temporary.resolve("input of " + signal);
		new Command("mkfifo", pipe.toString()).run().require();
		Command command = new Command("/bin/sh", "-c", "exec \"$0\" < \"$1\"", agent.folder().resolve("bin/fence_vmware").toString(),
				pipe.toString());
		try (Running running = command.start(); OutputStream input = Files.newOutputStream(pipe)) {
			input.write("# a comment\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
			running.signal(signal);
			failed(running.await(BOUND));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM", "INT" })
	void whileThePasswordScriptRuns(String signal) throws IOException {
		Path begun = temporary.resolve("script has begun " + signal);
		Path script = Files.writeString(temporary.resolve("slow-" + signal), "#!/bin/sh\necho $$ > '" + begun + "'\nsleep 600\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));

		try (Running running = agent.start(request("esx", "off").without("password").with("password_script", script))) {
			Await.until("the script", BOUND, () -> Files.exists(begun) && !read(begun).isBlank());
			running.signal(signal);
			failed(running.await(BOUND));
		}
		long pid = Long.parseLong(read(begun).strip());
		Await.until("the end of the script", BOUND, () -> ProcessHandle.of(pid).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM", "INT" })
	void whileTheServerIsSilentInTheHandshake(String signal) throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Running running = agent.start(request("esx", "off").with("ipport", silent.getLocalPort()))) {
			silent.setSoTimeout((int) BOUND.toMillis());
			silent.accept().getInputStream().read();
			running.signal(signal);
			failed(running.await(BOUND));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM", "INT" })
	void whileItWaitsBeforeAndAfterPowering(String signal) {
		try (Running running = agent.start(request("esx", "reboot").with("power_wait", "600"))) {
			Await.until("off", BOUND, () -> vcenter.machine(NAME, "powerState").equals("poweredOff"));
			running.signal(signal);
			failed(running.await(BOUND));
		}
		assertEquals("poweredOff", vcenter.machine(NAME, "powerState"));
	}

	private static void failed(Outcome outcome) {
		assertEquals("", outcome.out(), outcome::all);
		Check.failed(outcome);
		Check.isForHumans(outcome);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
