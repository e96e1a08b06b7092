package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.palisade.acceptance.support.Await;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Relay;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.Running;
import org.palisade.acceptance.support.ServerCertificate;
import org.palisade.acceptance.support.VcenterSimulator;

/** Somebody between the agent and its server, and servers of yesterday, by the native library for TLS and by the Java platform's. */
class RelayedServerTest {

	private static final String NAME = "node00002";
	private static final Duration BOUND = Duration.ofSeconds(60);
	private static final String LIBRARY = "";
	private static final String PLATFORM = "-Dpalisade.tls=java";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static VcenterSimulator vcenter;
	private static Path genuine;

	@BeforeAll
	static void start() throws IOException {
		agent = InstalledAgent.copyInto(temporary);
		genuine = temporary.resolve("genuine.pem");
		vcenter = VcenterSimulator.start(agent, "--vms", "10", "--certificate-file", genuine.toString());
	}

	@AfterAll
	static void stop() {
		if (vcenter != null) {
			vcenter.close();
		}
	}

	@AfterEach
	void everySessionWasClosed() {
		assertEquals(0, vcenter.truth("sessionsOpen"));
	}

	private static Outcome run(String engine, Request request) {
		Command command = agent.command().input(request.lines());
		return (engine.isEmpty() ? command : command.environment("PALISADE_JAVA_OPTIONS", engine)).run();
	}

	private static Request strict(Relay relay, String type) {
		return Request.to(relay).without("ssl_insecure").with("vmware_type", type).plug(NAME).action("off");
	}

	private static ServerCertificate certificate(String names, String from) throws IOException {
		return ServerCertificate.create(Files.createTempDirectory(temporary, "certificate"), names, from);
	}

	/** What the relay shows, what the agent was told to trust, and what it says. */
	@ParameterizedTest
	@CsvSource({
			"ip:127.0.0.1, -0d, nothing, CN=acceptance",
			"ip:127.0.0.1, -0d, genuine, CN=acceptance",
			"ip:127.0.0.1, -0d, pin, ssl_fingerprint",
			"dns:other.example, -0d, both, other.example",
			"ip:127.0.0.1, -10d, both, expired" })
	void aRelayIsRefusedBeforeItHearsAnything(String names, String from, String trusted, String reason)
			throws IOException, GeneralSecurityException {
		ServerCertificate shown = certificate(names, from);
		long logins = vcenter.truth("logins");
		try (Relay relay = Relay.start(vcenter, shown)) {
			for (String engine : new String[] { LIBRARY, PLATFORM }) {
				for (String type : new String[] { "esx", "rest" }) {
					Outcome outcome = run(engine, trusting(trusted, shown, strict(relay, type)));

					Check.failed(outcome, reason);
					Check.isForHumans(outcome);
				}
			}
			assertEquals("", relay.overheard());
		}
		assertEquals(logins, vcenter.truth("logins"));
		assertEquals("poweredOn", vcenter.machine(NAME, "powerState"));
	}

	private static Request trusting(String trusted, ServerCertificate shown, Request request) throws IOException {
		return switch (trusted) {
			case "genuine" -> request.with("ssl_ca_file", genuine);
			case "pin" -> request.with("ssl_fingerprint", ServerCertificate.fingerprint(genuine));
			case "both" -> request.with("ssl_ca_file", Files.writeString(temporary.resolve("both.pem"),
					Files.readString(genuine) + "\n" + Files.readString(shown.certificateFile())));
			default -> request;
		};
	}

	/** Or else the tests above would show nothing. */
	@ParameterizedTest
	@CsvSource({ "esx, ''", "esx, -Dpalisade.tls=java", "rest, ''" })
	void theRelayWouldHearThePasswordOfAnAgentThatTrustsAnybody(String type, String engine) throws IOException, GeneralSecurityException {
		try (Relay relay = Relay.start(vcenter, certificate("ip:127.0.0.1", "-0d"))) {
			Outcome outcome = run(engine, strict(relay, type).with("ssl_insecure", "1").action("status"));

			Check.statusIsOn(outcome);
			assertTrue(relay.overheard().contains(type.equals("esx") ? vcenter.password() : "Authorization: Basic"));
		}
	}

	/** By a server that is not ours. The newest of the refused and the oldest of the accepted: the latter gets as far as the answer, which is none. */
	@ParameterizedTest
	@CsvSource({ "-tls1_1, '', neither TLS 1.2 nor TLS 1.3", "-tls1_1, -Dpalisade.tls=java, neither TLS 1.2 nor TLS 1.3",
			"-tls1, '', neither TLS 1.2 nor TLS 1.3", "-tls1, -Dpalisade.tls=java, neither TLS 1.2 nor TLS 1.3",
			"-tls1_2, '', did not finish its answer", "-tls1_2, -Dpalisade.tls=java, did not finish its answer" })
	@Needs(RealPart.OPENSSL)
	void olderThanTls12IsRefused(String version, String engine, String reason) throws IOException {
		ServerCertificate shown = certificate("ip:127.0.0.1", "-0d");
		int port = freePort();
		Command old = new Command("openssl", "s_server", "-accept", "127.0.0.1:" + port, "-cert", shown.certificateFile().toString(), "-key",
				shown.keyFile().toString(), "-cipher", "ALL:@SECLEVEL=0", version, "-www");
		try (Running server = old.start()) {
			Await.until("openssl", BOUND, () -> server.outSoFar().contains("ACCEPT"));
			Request request = Request.to(vcenter).with("ipport", port).plug(NAME).action("off");

			Check.failed(run(engine, request), reason);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}
}
