package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;

/** Bad input is told, and nobody is contacted: a listener that must never see a connection stands in for the server. */
class InputTest {

	private static final String CANARY = "c4nary-password";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;

	private ServerSocketChannel untouched;

	@BeforeAll
	static void install() {
		agent = InstalledAgent.copyInto(temporary);
	}

	@BeforeEach
	void listen() throws IOException {
		untouched = ServerSocketChannel.open();
		untouched.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		untouched.configureBlocking(false);
	}

	@AfterEach
	void nobodyConnected() throws IOException {
		try (ServerSocketChannel listener = untouched) {
			assertNull(listener.accept());
		}
	}

	@Test
	void validateAllOfSoundOptionsConnectsToNobody() {
		Outcome outcome = agent.run(request().action("validate-all"));

		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals("", outcome.err(), outcome::all);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ip", "username", "password", "plug" })
	void aMissingOptionIsNamed(String option) {
		for (String action : List.of("off", "validate-all")) {
			Outcome outcome = agent.run(request().without(option).action(action));

			Check.failed(outcome, option);
			Check.isForHumans(outcome);
		}
	}

	@ParameterizedTest
	@CsvSource({ "ipport, seventy", "ipport, 70000", "ipport, 0", "power_timeout, soon", "power_timeout, -1", "vmware_type, nonsense",
			"ip, host:port:what" })
	void aMalformedValueIsNamedWithItsOption(String option, String value) {
		Outcome outcome = agent.run(request().with(option, value).action("off"));

		Check.failed(outcome, option);
		Check.isForHumans(outcome);
	}

	@Test
	void anUnknownActionIsRefused() {
		Check.failed(agent.run(request().action("explode")), "explode", "action");
		Check.failed(agent.runWithArguments(request().action("explode")), "explode", "action");
	}

	@Test
	void anUnknownKeyIsToldWithoutItsValue() {
		Outcome outcome = agent.run(request().with("pasword", CANARY).action("validate-all"));

		assertEquals(0, outcome.exit(), outcome::all);
		Check.says(outcome, "pasword");
		Check.keepsSecret(CANARY, outcome);
	}

	@Test
	void anUnknownCommandLineOptionIsRefusedWithoutItsValue() {
		Outcome outcome = agent.command("-a", "127.0.0.1", "--pasword=" + CANARY, "-o", "validate-all").run();

		Check.failed(outcome, "pasword");
		Check.keepsSecret(CANARY, outcome);
	}

	@Test
	void aBooleanThatIsNoneIsToldAndIgnored() {
		Outcome outcome = agent.run(request().with("ssl_insecure", "maybe").action("validate-all"));

		assertEquals(0, outcome.exit(), outcome::all);
		Check.says(outcome, "ssl_insecure");
	}

	@Test
	void commentsBlankLinesQuotesDashesAndRepetitionsAreRead() {
		String lines = "# a comment\n\n  ip = 127.0.0.1  \nip=\"127.0.0.1\"\nipport=1\nipport=" + port()
				+ "\nlogin=fencing\npassword=a=b\nplug=node1\nssl-insecure=1\naction=validate-all\n";
		Outcome outcome = agent.command().input(lines).run();

		assertEquals(0, outcome.exit(), outcome::all);
	}

	@Test
	void helpAndVersionAreForReading() {
		for (String option : List.of("-h", "--help", "-V", "--version")) {
			Outcome outcome = agent.command(option).run();

			assertEquals(0, outcome.exit(), outcome::all);
			assertFalse(outcome.out().isBlank(), outcome::all);
			assertEquals("", outcome.err(), outcome::all);
		}
		Check.says(new Outcome(0, "", agent.command("--help").run().out(), java.time.Duration.ZERO), "--plug", "--ssl-insecure", "fence_vmware");
	}

	@Test
	void thePasswordScriptWinsAndAFailingOneIsTold() throws IOException {
		Path failing = script("failing.sh", "#!/bin/sh\necho " + CANARY + "\nexit 3\n");

		Outcome outcome = agent.run(request().with("password_script", failing).action("off"));

		Check.failed(outcome, "password_script");
		Check.keepsSecret(CANARY, outcome);
		Check.failed(agent.run(request().without("password").with("password_script", "/nowhere/script").action("off")), "password_script");
	}

	@Test
	void anEmptyPlugIsMissing() {
		Check.failed(agent.run(request().plug("").action("off")), "plug");
	}

	private static Path script(String name, String text) throws IOException {
		Path script = Files.writeString(temporary.resolve(name), text);
		assertTrue(script.toFile().setExecutable(true));
		return script;
	}

	private int port() {
		return untouched.socket().getLocalPort();
	}

	private Request request() {
		return Request.empty().with("ip", "127.0.0.1").with("ipport", port()).with("username", "fencing").with("password", "secret")
				.with("ssl_insecure", "1").plug("node1");
	}
}
