package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.VcSim;

/** What a user is told when the agent does not get through to the server. */
class ConnectionErrorsTest {

	/** What a run may take beyond its timeouts: starting a Java machine on a loaded computer. */
	private static final Duration SLACK = Duration.ofSeconds(20);

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;

	@BeforeAll
	static void install() {
		agent = InstalledAgent.copyInto(temporary);
	}

	@Test
	@Needs(RealPart.GO)
	void aWrongPasswordIsALoginProblem() {
		try (VcSim vcsim = VcSim.start("-vm", "1")) {
			Outcome outcome = agent.run(Request.to(vcsim).with("password", "wrong-canary").plug("DC0_H0_VM0").action("off"));

			Check.failed(outcome, "login failed", "username", "password");
			Check.keepsSecret("wrong-canary", outcome);
			Check.isForHumans(outcome);
			assertTrue(vcsim.govc().isOn("/DC0/vm/DC0_H0_VM0"));
			assertEquals(List.of(), vcsim.govc().foreignSessions());
		}
	}

	@Test
	void nobodyListeningIsATcpProblem() throws IOException {
		int port;
		try (ServerSocket closed = loopback()) {
			port = closed.getLocalPort();
		}

		Outcome outcome = agent.run(nowhere(port).action("off"));

		Check.failed(outcome, "connection", "refused", "127.0.0.1", Integer.toString(port));
		assertFalse(outcome.err().toLowerCase().contains("certificate"), outcome::all);
		Check.isForHumans(outcome);
	}

	@Test
	void anUnknownHostIsADnsProblem() {
		Outcome outcome = agent.run(nowhere(443).with("ip", "no-such-host.invalid").action("off"));

		Check.failed(outcome, "no-such-host.invalid", "name resolution");
		Check.isForHumans(outcome);
	}

	@Test
	void aServerThatNeverAnswersIsATimeout() throws IOException {
		try (ServerSocket silent = loopback()) {
			Outcome outcome = agent.run(nowhere(silent.getLocalPort()).with("login_timeout", "2").action("off"));

			Check.failed(outcome, "timed out");
			assertTrue(outcome.took().compareTo(Duration.ofSeconds(2).plus(SLACK)) < 0, outcome::all);
			Check.isForHumans(outcome);
		}
	}

	@Test
	void aServerThatHangsUpIsToldAsSuch() throws IOException, InterruptedException {
		try (ServerSocket rude = loopback()) {
			Thread hangingUp = new Thread(() -> hangUpOnEveryCaller(rude));
			hangingUp.start();

			Outcome outcome = agent.run(nowhere(rude.getLocalPort()).action("off"));

			Check.failed(outcome, "127.0.0.1");
			Check.isForHumans(outcome);
			rude.close();
			hangingUp.join();
		}
	}

	@Test
	void pacemakerLiftsTheLoginTimeoutButNotTheRunsDeadline() throws IOException {
		try (ServerSocket silent = loopback()) {
			Outcome outcome = agent.command().environment("PCMK_service", "pacemaker-fenced")
					.input(nowhere(silent.getLocalPort()).with("nodename", "node1").action("off").lines()).run(Duration.ofSeconds(58));

			Check.failed(outcome, "timed out");
		}
	}

	private static void hangUpOnEveryCaller(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				socket.accept().close();
			} catch (IOException e) {
				return;
			}
		}
	}

	private static ServerSocket loopback() throws IOException {
		return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	private static Request nowhere(int port) {
		return Request.empty().with("ip", "127.0.0.1").with("ipport", port).with("username", "fencing").with("password", "canary")
				.with("ssl_insecure", "1").plug("node1");
	}
}
