package org.palisade.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.palisade.simulator.CertificateKind;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;

class CertificateProbeTest {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static SimulatedVCenter server(CertificateKind kind, boolean plain) throws IOException {
		return SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(0).certificate(kind).plainHttp(plain).build());
	}

	private static ServerCertificate fetch(SimulatedVCenter server, String host) throws IOException {
		URI url = server.url();
		return CertificateProbe.fetch(host, url.getPort(), LIMIT);
	}

	@Test
	void showsTheCertificateOfTheServer() throws Exception {
		try (SimulatedVCenter server = server(CertificateKind.VALID, false)) {
			ServerCertificate certificate = fetch(server, "127.0.0.1");
			assertEquals(server.certificateFingerprint().orElseThrow(), certificate.fingerprint());
			assertTrue(certificate.namesServer());
			assertTrue(certificate.names().contains("localhost"), certificate.names().toString());
			assertTrue(certificate.isValidAt(Instant.now()));
		}
	}

	@Test
	void seesThatACertificateIsForAnotherHost() throws Exception {
		try (SimulatedVCenter server = server(CertificateKind.WRONG_HOST, false)) {
			assertFalse(fetch(server, "127.0.0.1").namesServer());
		}
	}

	@Test
	void seesThatACertificateHasExpired() throws Exception {
		try (SimulatedVCenter server = server(CertificateKind.EXPIRED, false)) {
			assertFalse(fetch(server, "127.0.0.1").isValidAt(Instant.now()));
		}
	}

	@Test
	void failsWhereNoTlsIsSpoken() throws Exception {
		try (SimulatedVCenter server = server(CertificateKind.VALID, true)) {
			assertThrows(IOException.class, () -> fetch(server, "127.0.0.1"));
		}
	}
}
