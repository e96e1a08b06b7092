package org.palisade.backend.esx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.palisade.api.Diagnostics;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.SessionContext;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.time.Cancellation;
import org.palisade.testsupport.scripted.ScriptedVSphere;

/** Each way to write where the server is leads to it. */
class EsxAddressTest {

	/**
	 * A way.
	 *
	 * @param listening where the server is
	 * @param form what the option ip holds, with the port for {@code %d}
	 * @param portOption whether the option ipport holds the port
	 * @param family the option that restricts the addresses, empty for none
	 */
	record Way(String listening, String form, boolean portOption, String family) {
	}

	static Stream<Way> ways() {
		return Stream.of(new Way("127.0.0.1", "127.0.0.1:%d", false, ""), new Way("127.0.0.1", "127.0.0.1", true, ""),
				new Way("127.0.0.1", "localhost:%d", false, "inet4_only"), new Way("::1", "[::1]:%d", false, ""),
				new Way("::1", "::1", true, ""), new Way("::1", "[::1]", true, "inet6_only"));
	}

	private static void assumeThereIs(String address) throws IOException {
		assumeTrue(NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null, "this machine has no address " + address);
	}

	private static void logInAndOut(ScriptedVSphere server, Way way) throws FenceException {
		Map<String, Object> values = new HashMap<>(Map.of("ip", way.form().formatted(server.port()), "ssl", false, "username", "u", "password",
				Secret.of(ScriptedVSphere.PASSWORD)));
		if (way.portOption()) {
			values.put("ipport", server.port());
		}
		if (!way.family().isEmpty()) {
			values.put(way.family(), true);
		}
		OptionValues options = new OptionValues(values, values.keySet());
		EsxBackEnd backEnd = new EsxBackEnd(null);
		backEnd.validate(options);
		backEnd.open(options, new SessionContext(Cancellation.never(), Diagnostics.none(), Duration.ofSeconds(30)), EsxFixture.generous())
				.close(EsxFixture.generous());
	}

	@ParameterizedTest
	@MethodSource("ways")
	void leadsToTheServer(Way way) throws IOException, FenceException {
		assumeThereIs(way.listening());
		try (ScriptedVSphere server = new ScriptedVSphere(way.listening())) {
			logInAndOut(server, way);

			assertEquals(List.of("RetrieveServiceContent", "Login", "Logout"), server.calls());
			assertEquals(0, server.sessions());
		}
	}

	@Test
	void anAddressOfTheOtherFamilyIsRefused() throws IOException {
		try (ScriptedVSphere server = new ScriptedVSphere()) {
			EsxFixture.problem(Kind.DNS, () -> logInAndOut(server, new Way("127.0.0.1", "127.0.0.1:%d", false, "inet6_only")));

			assertEquals(List.of(), server.calls());
		}
	}
}
