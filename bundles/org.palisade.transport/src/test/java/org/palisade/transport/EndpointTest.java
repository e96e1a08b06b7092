package org.palisade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;

class EndpointTest {

	private static final String DIGITS = "0123456789abcdef".repeat(4);

	@Test
	void isVerifiedHttpsByDefault() throws FenceException {
		Endpoint endpoint = Endpoint.of(Options.of("ip", "vc"));
		assertEquals(new Endpoint(new ServerAddress("vc", 443), true, AddressFamily.ANY, new TrustPolicy.SystemAuthorities()), endpoint);
		assertEquals("https://vc:443/sdk", endpoint.url("/sdk"));
	}

	@Test
	void isPlainHttpOnlyWhenAsked() throws FenceException {
		assertEquals("http://vc:80/", Endpoint.of(Options.of("ip", "vc", "ssl", false)).url("/"));
	}

	@Test
	void insecureZeroMeansVerified() throws FenceException {
		assertInstanceOf(TrustPolicy.SystemAuthorities.class, Endpoint.of(Options.of("ip", "vc", "ssl_insecure", false)).trust());
		assertInstanceOf(TrustPolicy.SystemAuthorities.class, Endpoint.of(Options.of("ip", "vc", "ssl_secure", true)).trust());
		assertInstanceOf(TrustPolicy.Unverified.class, Endpoint.of(Options.of("ip", "vc", "ssl_insecure", true)).trust());
	}

	@Test
	void acceptsFingerprintsWithAndWithoutColons() throws FenceException {
		String colons = DIGITS.toUpperCase().replaceAll("(..)(?=.)", "$1:");
		assertEquals(new TrustPolicy.Pinned(DIGITS), Endpoint.of(Options.of("ip", "vc", "ssl_fingerprint", DIGITS)).trust());
		assertEquals(new TrustPolicy.Pinned(DIGITS), Endpoint.of(Options.of("ip", "vc", "ssl_fingerprint", colons)).trust());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ab", "0123", "SHA256:xyz" })
	void refusesOtherFingerprints(String text) {
		assertTrue(refused("ssl_fingerprint", text).contains("ssl_fingerprint"));
	}

	@Test
	void refusesContradictions() {
		assertTrue(refused("ssl_insecure", true, "ssl_secure", true).contains("ssl_secure"));
		assertTrue(refused("ssl_insecure", true, "ssl_fingerprint", DIGITS).contains("ssl_fingerprint"));
		assertTrue(refused("ssl", false, "ssl_secure", true).contains("ssl_secure"));
		assertTrue(refused("inet4_only", true, "inet6_only", true).contains("inet6_only"));
	}

	@Test
	void wantsCertificatesInTheFileOfAuthorities(@TempDir Path folder) throws IOException, FenceException {
		assertTrue(refused("ssl_ca_file", folder.resolve("none.pem").toString()).contains("ssl_ca_file"));
		assertTrue(refused("ssl_ca_file", folder.toString()).contains("ssl_ca_file"));
		Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate\n");
		Endpoint endpoint = Endpoint.of(Options.of("ip", "vc", "ssl_ca_file", empty.toString()));
		assertTrue(Expect.problem(Kind.OPTION, endpoint::validate).message().contains("ssl_ca_file"));
	}

	private static String refused(Object... options) {
		Object[] all = new Object[options.length + 2];
		all[0] = "ip";
		all[1] = "vc";
		System.arraycopy(options, 0, all, 2, options.length);
		return Expect.problem(Kind.OPTION, () -> Endpoint.of(Options.of(all))).message();
	}
}
