package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.CommandHost;
import org.palisade.acceptance.support.HeldCommand;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ResidentAgent;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.ServiceConsole;
import org.palisade.acceptance.support.VmrunStandIn;

/**
 * What {@link SignalledAgentTest} and {@link LostResidentTest} demand, of the back ends that fence by a command: vmrun on this machine, vmware-cmd at another
 * host. A command does not end with the process that asked for it, so whoever takes over has to count on its effect.
 */
@Needs({ RealPart.SSHD, RealPart.RESIDENT_CLIENT })
class InterruptedCommandTest {

	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final List<String> SIGNALS = List.of("TERM", "INT");

	@TempDir
	static Path temporary;

	private static final Map<String, CommandHost> HOSTS = new LinkedHashMap<>();
	private static InstalledAgent agent;

	/**
	 * A command of a request that waits.
	 *
	 * @param type of the back end
	 * @param nth its place in the request, from one on
	 */
	record Step(String type, String action, int nth) {
	}

	private int commandsBefore;

	@BeforeAll
	static void start() throws IOException {
		agent = InstalledAgent.copyInto(temporary).withPatientClient();
		HOSTS.put("server1", VmrunStandIn.ofServer1In(Files.createDirectory(temporary.resolve("server1"))));
		HOSTS.put("server2", VmrunStandIn.in(Files.createDirectory(temporary.resolve("server2"))));
		HOSTS.put("ssh", ServiceConsole.start(Files.createDirectory(temporary.resolve("console"))));
	}

	@AfterAll
	static void stop() {
		HOSTS.values().forEach(CommandHost::close);
	}

	/** Which commands there are is seen from a request that nothing disturbs, so a new one is not forgotten here. */
	private static List<String> commandsOf(CommandHost host, String action) throws IOException {
		host.power(true);
		int before = host.commands().size();
		Outcome outcome = agent.run(host.request().action(action));
		assertEquals(0, outcome.exit(), outcome::all);
		List<String> commands = host.commands();
		return commands.subList(before, commands.size());
	}

	static Stream<Step> steps() throws IOException {
		List<Step> steps = new ArrayList<>();
		for (String type : HOSTS.keySet()) {
			for (String action : List.of("reboot", "monitor")) {
				int commands = commandsOf(HOSTS.get(type), action).size();
				assertTrue(commands > 0, () -> action + " by " + type);
				for (int nth = 1; nth <= commands; nth++) {
					steps.add(new Step(type, action, nth));
				}
			}
		}
		return steps.stream();
	}

	private static int place(String word, List<String> commands) {
		for (int i = 0; i < commands.size(); i++) {
			if (isOne(word, commands.get(i))) {
				return i + 1;
			}
		}
		throw new AssertionError("no " + word + " in " + commands);
	}

	private static boolean isOne(String word, String command) {
		return List.of(command.split(" ")).contains(word);
	}

	private HeldCommand hold(CommandHost host, int nth) throws IOException {
		host.power(true);
		commandsBefore = host.commands().size();
		return host.hold(commandsBefore + nth);
	}

	private void asked(CommandHost host, int stops, int starts) throws IOException {
		List<String> commands = host.commands().subList(commandsBefore, host.commands().size());
		assertEquals(stops, commands.stream().filter(command -> isOne("stop", command)).count(), commands::toString);
		assertEquals(starts, commands.stream().filter(command -> isOne("start", command)).count(), commands::toString);
	}

	@ParameterizedTest
	@MethodSource("steps")
	void aSignalAtAnyCommandIsAFailureAndTheLast(Step step) throws IOException {
		CommandHost host = HOSTS.get(step.type());
		try (HeldCommand held = hold(host, step.nth()); Running running = agent.start(host.request().action(step.action()))) {
			Await.until(step.toString(), BOUND, () -> held.process().isPresent());
			running.signal(SIGNALS.get(step.nth() % SIGNALS.size()));
			Outcome outcome = running.await(BOUND);

			assertEquals("", outcome.out(), outcome::all);
			Check.failed(outcome);
			Check.isForHumans(outcome);
			Await.until("nothing is left of " + step, BOUND, () -> host.isLeftAlone(held));
		}
		assertEquals(commandsBefore + step.nth(), host.commands().size());
	}

	/** Makes a request of a resident, which is killed at the n-th command; that one goes on, if it does, when another process has taken over. */
	private Outcome killTheResidentAt(CommandHost host, int nth, boolean goesOn, Request request) throws IOException {
		try (HeldCommand held = hold(host, nth);
				ResidentAgent resident = ResidentAgent.start(agent, temporary.resolve("run").resolve("agent.sock"));
				Running client = resident.start(request)) {
			Await.until("the command", BOUND, () -> held.process().isPresent());
			resident.process().signal("KILL");
			if (goesOn) {
				Await.until("a process takes over", BOUND, () -> client.errSoFar().contains("resident agent was lost"));
				held.release();
			}
			return client.await(BOUND);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "server1", "server2", "ssh" })
	void beforeAPowerOperationTheWholeRequestIsTakenOver(String type) throws IOException {
		CommandHost host = HOSTS.get(type);
		Outcome outcome = killTheResidentAt(host, 1, false, host.request().action("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		asked(host, 1, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server1", "server2", "ssh" })
	void aPowerOffThatGoesOnIsAwaited(String type) throws IOException {
		CommandHost host = HOSTS.get(type);
		int nth = place("stop", commandsOf(host, "off"));

		Outcome outcome = killTheResidentAt(host, nth, true, host.request().action("off"));

		assertEquals(0, outcome.exit(), outcome::all);
		// Whether it was off before the new process looked is a matter of time.
		assertTrue(outcome.out().matches("Success: (Powered|Already) OFF\n"), outcome::all);
		asked(host, 1, 0);
	}

	/** It was noted that the power operation may have been asked for, and nobody can tell that it has no effect. */
	@ParameterizedTest
	@ValueSource(strings = { "server1", "server2", "ssh" })
	void aPowerOffThatStandsStillIsAFailure(String type) throws IOException {
		CommandHost host = HOSTS.get(type);
		int nth = place("stop", commandsOf(host, "off"));

		Outcome outcome = killTheResidentAt(host, nth, false, host.request().with("power_timeout", "3").action("off"));

		Check.failed(outcome, "not verified", "not repeated");
		assertTrue(host.isOn());
		asked(host, 1, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server1", "server2", "ssh" })
	void aRebootWhosePowerOnGoesOnIsDoneOnce(String type) throws IOException {
		CommandHost host = HOSTS.get(type);
		int nth = place("start", commandsOf(host, "reboot"));

		Outcome outcome = killTheResidentAt(host, nth, true, host.request().action("reboot"));

		Check.succeeded(outcome, "Success: Rebooted");
		assertTrue(host.isOn());
		asked(host, 1, 1);
	}
}
