package org.palisade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

class ServerAddressTest {

	@ParameterizedTest
	@CsvSource({ "vc.example.org, vc.example.org, 443", "vc:8443, vc, 8443", "10.0.0.1, 10.0.0.1, 443", "10.0.0.1:80, 10.0.0.1, 80",
			"[2001:db8::1]:8443, 2001:db8::1, 8443", "[::1], ::1, 443", "2001:db8::1, 2001:db8::1, 443", "' vc ', vc, 443",
			"fe80::1%eth0, fe80::1%eth0, 443" })
	void readsEveryForm(String text, String host, int port) throws FenceException {
		assertEquals(new ServerAddress(host, port), ServerAddress.parse(text, OptionalInt.empty(), 443));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "https://vc", "vc:", "vc:x", "vc:0", "vc:65536", "vc:-1", ":443", "[::1", "[::1]443", "[::1]:", "[]",
			"vc/sdk", "user@vc", "vc example", "vc\r\nHost", "vc:+443", "vc:\u0664\u0664\u0663", "vc:4\uff143", "vc:99999999999", "-vc", "vc:443\u0005", "\u0000vc" })
	void refusesAnythingElse(String text) {
		var problem = Expect.problem(Kind.OPTION, () -> ServerAddress.parse(text, OptionalInt.empty(), 443));
		assertTrue(problem.message().contains("ip"));
		assertTrue(problem.advice().contains("host:port"));
	}

	@Test
	void aPortInTheAddressWinsOverTheOption() throws FenceException {
		assertEquals(8443, ServerAddress.parse("vc:8443", OptionalInt.of(9443), 443).port());
		assertEquals(9443, ServerAddress.parse("vc", OptionalInt.of(9443), 443).port());
	}

	@Test
	void namesTheOptionOfAPortOutOfRange() {
		assertTrue(Expect.problem(Kind.OPTION, () -> ServerAddress.parse("vc", OptionalInt.of(70_000), 443)).message().contains("ipport"));
	}

	@Test
	void showsAnInet6AddressInBrackets() {
		assertEquals("[::1]:443", new ServerAddress("::1", 443).toString());
	}
}
