package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** The password and the session's key stay where they belong, however much is told. */
@Needs(RealPart.GO)
class SecretsTest {

	private static final String PATH = "/DC0/vm/DC0_H0_VM0";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcSim vcsim;
	private static Govc govc;

	@BeforeAll
	static void start() {
		agent = InstalledAgent.copyInto(temporary);
		vcsim = VcSim.start("-dc", "1", "-vm", "1", "-method-delay", "PowerOff:10000,LockHandoff:0");
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
	void everySessionWasClosed() {
		assertEquals(List.of(), govc.foreignSessions());
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "list", "monitor", "validate-all", "on", "nonsense" })
	void verboseOutputHasNoPassword(String action) {
		Outcome outcome = agent.run(Request.to(vcsim).plug("DC0_H0_VM0").with("verbose", "1").with("verbose_level", "9").action(action));

		Check.keepsSecret(vcsim.password(), outcome);
		Check.keepsSecret("canary", outcome);
		if (!action.equals("validate-all") && !action.equals("nonsense")) {
			assertFalse(outcome.err().isEmpty(), "verbose output says nothing");
		}
	}

	@Test
	void theCommandLinesPasswordIsNotRepeated() {
		Outcome outcome = agent.command("-v", "-a", "127.0.0.1:" + vcsim.port(), "-l", vcsim.username(), "-p", vcsim.password(), "--ssl-insecure",
				"-n", "DC0_H0_VM0", "-o", "status").run();

		assertEquals(0, outcome.exit(), outcome::all);
		Check.keepsSecret(vcsim.password(), outcome);
	}

	@Test
	void anErrorHasNoPassword() {
		Request wrong = Request.to(vcsim).plug("DC0_H0_VM0").with("verbose", "1").with("password", "c4nary-wrong");

		Outcome outcome = agent.run(wrong.action("off"));

		Check.failed(outcome);
		Check.keepsSecret("c4nary-wrong", outcome);
	}

	@Test
	void theDebugFileHasNoPasswordAndIsForItsOwnerOnly() throws IOException {
		Path file = temporary.resolve("debug.log");

		Outcome outcome = agent.run(Request.to(vcsim).plug("DC0_H0_VM0").with("debug_file", file).action("status"));

		assertEquals(0, outcome.exit(), outcome::all);
		String text = Files.readString(file);
		assertFalse(text.isEmpty());
		assertFalse(text.contains("canary"));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	void noProcessOfARunHasThePasswordOnItsCommandLineNorTheSessionsKeyInItsOutput() {
		try (Running running = agent.start(Request.to(vcsim).plug("DC0_H0_VM0").with("verbose", "1").action("off"))) {
			Await.until("the agent's session", Duration.ofSeconds(30), () -> !govc.foreignSessions().isEmpty());
			String key = govc.foreignSessions().get(0).split("\\s")[0];
			List<String> processes = ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse(""))
					.filter(line -> line.contains("fence_vmware")).toList();
			assertFalse(processes.isEmpty(), "the agent was not to be seen");
			assertTrue(processes.stream().noneMatch(line -> line.contains("canary")), "a command line shows the password");

			Outcome outcome = running.await(Duration.ofSeconds(60));

			assertEquals(0, outcome.exit(), outcome::all);
			Check.keepsSecret(key, outcome);
		}
	}

	@Test
	void thePasswordMayComeFromAScript() throws IOException {
		Path script = Files.writeString(temporary.resolve("password.sh"), "#!/bin/sh\ncat <<'END'\n" + vcsim.password() + "\nEND\n");
		assertTrue(script.toFile().setExecutable(true));
		Request request = Request.to(vcsim).plug("DC0_H0_VM0").action("status");

		Check.statusIsOn(agent.run(request.without("password").with("password_script", script)));
		Check.statusIsOn(agent.run(request.with("password", "wrong").with("passwd_script", script)));
	}
}
