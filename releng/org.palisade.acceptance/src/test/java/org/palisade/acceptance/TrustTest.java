package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Govc;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.ServerCertificate;
import org.palisade.acceptance.support.VcSim;

/** Whom the agent believes to be the server. */
@Needs(RealPart.GO)
class TrustTest {

	private static final String PATH = "/DC0/vm/DC0_H0_VM0";

	@TempDir
	static Path temporary;

	private static InstalledAgent agent;
	private static ServerCertificate certificate;
	private static ServerCertificate otherHost;
	private static VcSim vcsim;
	private static VcSim impostor;
	private static Govc govc;

	@BeforeAll
	static void start() throws IOException {
		agent = InstalledAgent.copyInto(temporary);
		certificate = ServerCertificate.create(Files.createDirectory(temporary.resolve("server")), "ip:127.0.0.1,dns:localhost");
		otherHost = ServerCertificate.create(Files.createDirectory(temporary.resolve("other")), "dns:vcenter.example");
		vcsim = VcSim.start("-vm", "1", "-tlscert", certificate.certificateFile().toString(), "-tlskey", certificate.keyFile().toString());
		impostor = VcSim.start("-vm", "1", "-tlscert", otherHost.certificateFile().toString(), "-tlskey", otherHost.keyFile().toString());
		govc = vcsim.govc();
	}

	@AfterAll
	static void stop() {
		for (VcSim server : new VcSim[] { vcsim, impostor }) {
			if (server != null) {
				server.close();
			}
		}
	}

	@AfterEach
	void nothingHappened() {
		assertTrue(govc.isOn(PATH));
		assertEquals(List.of(), govc.foreignSessions());
		assertTrue(impostor.govc().isOn(PATH));
		assertEquals(List.of(), impostor.govc().foreignSessions());
	}

	@Test
	void aSelfSignedCertificateIsRefusedAndItsFingerprintShown() {
		Outcome outcome = agent.run(strict(vcsim).action("off"));

		Check.failed(outcome, "TLS", "certificate", certificate.fingerprint(), "ssl_fingerprint");
		Check.isForHumans(outcome);
	}

	@Test
	void verifyingIsAlsoWhatSslInsecureZeroMeans() {
		Check.failed(agent.run(strict(vcsim).with("ssl_insecure", "0").action("off")), "certificate");
		Check.failed(agent.run(strict(vcsim).with("ssl", "1").action("off")), "certificate");
		Check.failed(agent.run(strict(vcsim).with("ssl_secure", "1").action("off")), "certificate");
	}

	@Test
	void anAuthorityFromAFileIsTrusted() {
		Check.statusIsOn(agent.run(strict(vcsim).with("ssl_ca_file", certificate.certificateFile()).action("status")));
		Check.statusIsOn(agent.run(strict(vcsim).with("ip", "localhost").with("ssl_ca_file", certificate.certificateFile()).action("status")));
	}

	@Test
	void anotherAuthorityIsNot() {
		Check.failed(agent.run(strict(vcsim).with("ssl_ca_file", otherHost.certificateFile()).action("off")), "certificate");
	}

	@Test
	void aTrustedCertificateOfAnotherHostIsRefused() {
		Outcome outcome = agent.run(strict(impostor).with("ssl_ca_file", otherHost.certificateFile()).action("off"));

		Check.failed(outcome, "certificate", "127.0.0.1");
		Check.isForHumans(outcome);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void thePinnedCertificateIsTrusted(boolean colons) {
		String fingerprint = colons ? certificate.fingerprint() : certificate.fingerprint().replace(":", "").toLowerCase();

		Check.statusIsOn(agent.run(strict(vcsim).with("ssl_fingerprint", fingerprint).action("status")));
	}

	@Test
	void anotherThanThePinnedCertificateIsRefused() {
		Check.failed(agent.run(strict(vcsim).with("ssl_fingerprint", otherHost.fingerprint()).action("off")), "fingerprint",
				certificate.fingerprint());
	}

	@Test
	void withoutVerificationAnyCertificateWillDo() {
		Check.statusIsOn(agent.run(Request.to(impostor).plug("DC0_H0_VM0").action("status")));
	}

	@Test
	void aMalformedFingerprintOrAMissingFileIsToldBeforeConnecting() {
		Check.failed(agent.run(strict(vcsim).with("ssl_fingerprint", "12:34").action("off")), "ssl_fingerprint");
		Check.failed(agent.run(strict(vcsim).with("ssl_ca_file", "/nowhere/ca.pem").action("off")), "ssl_ca_file", "/nowhere/ca.pem");
		Check.failed(agent.run(strict(vcsim).with("ssl_ca_file", certificate.keyFile()).action("off")), "ssl_ca_file");
	}

	private static Request strict(VcSim server) {
		return Request.to(server).without("ssl_insecure").plug("DC0_H0_VM0");
	}
}
