package org.palisade.backend.vmrun.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.palisade.backend.vmrun.internal.SessionFixture.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.OptionValues;

class ServerAddressTest {

	@ParameterizedTest
	@CsvSource({
			"vmhost,                 https://vmhost/sdk,                 vmhost",
			"vmhost.example.com:8333,https://vmhost.example.com:8333/sdk,vmhost.example.com -P 8333",
			"192.0.2.7:443,          https://192.0.2.7:443/sdk,          192.0.2.7 -P 443",
			"2001:db8::1,            https://[2001:db8::1]/sdk,          2001:db8::1",
			"[2001:db8::1],          https://[2001:db8::1]/sdk,          2001:db8::1",
			"[2001:db8::1]:8333,     https://[2001:db8::1]:8333/sdk,     2001:db8::1 -P 8333",
			"[fe80::1%eth0]:902,     https://[fe80::1%eth0]:902/sdk,     fe80::1%eth0 -P 902" })
	void eachKindOfServerIsToldInItsWay(String ip, String url, String hostAndPort) throws Exception {
		ServerAddress address = ServerAddress.of(options(Map.of("ip", ip), Set.of("ip")));

		assertEquals(List.of("-h", url), ServerType.SERVER2.hostArguments(address));
		assertEquals("-h " + hostAndPort, String.join(" ", ServerType.SERVER1.hostArguments(address)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "host:", "host:0", "host:65536", "host:99999999999", "host:-1", "host:https", ":443", "[::1", "[]",
			"[host]", "[::1]443", "[::1]:", "https://host/sdk", "host/sdk", "-h", "a;b", "user@host", "h\u00f6st" })
	void refusesWhatIsNoAddress(String ip) {
		FenceProblem problem = problem(() -> ServerAddress.of(options(Map.of("ip", ip), Set.of("ip"))));

		assertEquals(Kind.OPTION, problem.kind());
		assertTrue(problem.message().startsWith("ip:"), problem.message());
	}

	@Test
	void aGivenPortCountsUnlessTheAddressHasOne() throws Exception {
		assertEquals("host:8333", of(Map.of("ip", "host", "ipport", 8333), Set.of("ip", "ipport")));
		assertEquals("host:443", of(Map.of("ip", "host:443", "ipport", 8333), Set.of("ip", "ipport")));
		assertEquals("[::1]:8333", of(Map.of("ip", "::1", "ipport", 8333), Set.of("ip", "ipport")));
	}

	@Test
	void aDefaultPortIsThatOfAnotherTransport() throws Exception {
		assertEquals("host", of(Map.of("ip", "host", "ipport", 443), Set.of("ip")));
	}

	@Test
	void refusesAPortThatIsNone() {
		FenceProblem problem = problem(() -> of(Map.of("ip", "host", "ipport", 70000), Set.of("ip", "ipport")));

		assertTrue(problem.message().startsWith("ipport:"), problem.message());
	}

	private static String of(Map<String, Object> values, Set<String> given) throws FenceException {
		return ServerAddress.of(options(values, given)).toString();
	}

	private static OptionValues options(Map<String, Object> values, Set<String> given) {
		return new OptionValues(values, given);
	}
}
