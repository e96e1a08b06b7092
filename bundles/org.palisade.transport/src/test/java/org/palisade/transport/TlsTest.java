package org.palisade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

@ExtendWith(EngineUnderTest.class)
class TlsTest {

	private static final HttpRequest GET = new HttpRequest("GET", "/", Map.of(), new byte[0]);

	@TempDir
	private static Path folder;
	private static Certificates certificates;

	@BeforeAll
	static void makeCertificates() throws Exception {
		certificates = new Certificates(folder);
	}

	private static String get(ServerSocket listener, String host, Object... options) throws Exception {
		TestServer[] server = new TestServer[1];
		server[0] = new TestServer(listener, TestServer.answering(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"));
		Object[] all = new Object[options.length + 2];
		all[0] = "ip";
		all[1] = host + ":" + server[0].port();
		System.arraycopy(options, 0, all, 2, options.length);
		try (TestServer running = server[0]; HttpTransport transport = new HttpTransport(Endpoint.of(Options.of(all)))) {
			return exchange(transport, Duration.ofSeconds(30));
		}
	}

	private static String exchange(HttpTransport transport, Duration limit) throws FenceException {
		return transport.exchange(GET, answer -> answer.text(10), Deadline.in(limit, MonotonicClock.system()), Cancellation.never());
	}

	private static String get(String certificate, String host, Object... options) throws Exception {
		return get(certificates.listen(certificate), host, options);
	}

	private static FenceProblem refused(String certificate, String host, Object... options) {
		return Expect.problem(Kind.TLS, () -> get(certificate, host, options));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1" })
	void acceptsTheRightAuthorityAndName(String host) throws Exception {
		assertEquals("hi", get("good", host, "ssl_ca_file", certificates.pem("ca").toString()));
		assertEquals("hi", get("good", host, "ssl_ca_file", certificates.pem("ca").toString(), "ssl_insecure", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void speaksBothVersionsThatAreSafe(String protocol) throws Exception {
		assertEquals("hi", get(certificates.listen("good", protocol), "localhost", "ssl_ca_file", certificates.pem("ca").toString()));
	}

	@Test
	void refusesAnotherAuthority() throws Exception {
		FenceProblem problem = refused("good", "localhost", "ssl_ca_file", certificates.pem("otherca").toString());
		assertTrue(problem.message().contains("CN=Test ca"), problem.message());
		assertAdvisesPin(problem, "good");
		assertTrue(problem.advice().contains("ssl_ca_file"), problem.advice());
	}

	@Test
	void verifiesBySystemAuthoritiesWhenNothingWasAsked() throws Exception {
		assertAdvisesPin(refused("good", "localhost"), "good");
		assertAdvisesPin(refused("good", "localhost", "ssl_insecure", false), "good");
		assertAdvisesPin(refused("good", "localhost", "ssl_secure", true), "good");
	}

	@Test
	void refusesAnotherName() throws Exception {
		FenceProblem problem = refused("wronghost", "localhost", "ssl_ca_file", certificates.pem("ca").toString());
		assertTrue(problem.message().contains("other.example"), problem.message());
		assertAdvisesPin(problem, "wronghost");
	}

	@Test
	void refusesAnExpiredCertificate() throws Exception {
		FenceProblem problem = refused("expired", "localhost", "ssl_ca_file", certificates.pem("ca").toString());
		assertTrue(problem.message().contains("expired"), problem.message());
		assertAdvisesPin(problem, "expired");
	}

	@ParameterizedTest
	@CsvSource({
			// certificate, host, file of authorities, what the refusal says; nothing where the server is accepted
			"good,         localhost, both,       ",
			"selfsigned,   localhost, selfsigned, ",
			"selfsigned,   127.0.0.1, selfsigned, ",
			"selfsigned,   localhost, ca,         CN=Test selfsigned",
			"notyet,       localhost, ca,         is not valid before",
			"notyet,       localhost, notyet,     is not valid before",
			"expired,      127.0.0.1, ca,         expired on",
			"expired,      localhost, expired,    expired on",
			"nameonly,     localhost, ca,         ",
			"nameonly,     127.0.0.1, ca,         not for 127.0.0.1 but for localhost",
			"addressonly,  127.0.0.1, ca,         ",
			"addressonly,  localhost, ca,         not for localhost but for 127.0.0.1",
			"otheraddress, localhost, ca,         ",
			"otheraddress, 127.0.0.1, ca,         not for 127.0.0.1 but for 127.0.0.2",
			"wildcard,     localhost, ca,         not for localhost but for *.localhost",
			"commonname,   localhost, ca,         not for localhost but for CN=localhost",
			"unsigned,     localhost, ca,         is not acceptable" })
	void decidesByAuthorityDatesAndNames(String certificate, String host, String authorities, String refusal) throws Exception {
		String file = certificates.pem(authorities).toString();
		if (refusal == null) {
			assertEquals("hi", get(certificate, host, "ssl_ca_file", file));
			return;
		}
		FenceProblem problem = refused(certificate, host, "ssl_ca_file", file);
		assertTrue(problem.message().contains(refusal), problem.message());
	}

	@Test
	void usesTheEngineUnderTest() throws Exception {
		int before = EngineUnderTest.negotiations();
		get("good", "localhost", "ssl_insecure", true);
		assertEquals(EngineUnderTest.isPresent() ? before + 1 : before, EngineUnderTest.negotiations());
	}

	@Test
	void carriesLargeRequestsAndAnswers() throws Exception {
		String body = "0123456789abcdef".repeat(20_000);
		TestServer[] server = new TestServer[1];
		server[0] = new TestServer(certificates.listen("good"),
				TestServer.answering(server, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
		try (TestServer running = server[0]; HttpTransport transport = insecure(running)) {
			HttpRequest post = new HttpRequest("POST", "/", Map.of(), body.getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < 3; i++) {
				assertEquals(body, transport.exchange(post, answer -> answer.text(1_000_000), soon(), Cancellation.never()));
			}
			assertEquals(1, running.accepted());
			assertTrue(running.requests().get(2).endsWith(body));
		}
	}

	/** A server as it was before TLS 1.2 answers a newer client with this alert: protocol_version, RFC 5246, section 7.2.2. */
	@Test
	void tellsAServerThatIsTooOld() throws Exception {
		byte[] alert = { 21, 3, 1, 0, 2, 2, 70 };
		try (TestServer server = new TestServer(connection -> {
			connection.getInputStream().read(new byte[5]);
			connection.getOutputStream().write(alert);
			connection.getInputStream().readAllBytes();
		})) {
			FenceProblem problem = Expect.problem(Kind.TLS, () -> exchange(insecure(server), Duration.ofSeconds(30)));
			assertTrue(problem.message().contains("neither TLS 1.2 nor TLS 1.3"), problem.message());
		}
	}

	@Test
	void aRefusedServerGetsNoRequest() throws Exception {
		TestServer[] server = new TestServer[1];
		server[0] = new TestServer(certificates.listen("good"), TestServer.answering(server, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
		try (TestServer running = server[0];
				HttpTransport transport = new HttpTransport(Endpoint.of(Options.of("ip", "127.0.0.1:" + running.port(), "ssl_fingerprint", "00".repeat(32))))) {
			Expect.problem(Kind.TLS, () -> exchange(transport, Duration.ofSeconds(30)));
			assertEquals(List.of(), running.requests());
		}
	}

	@Test
	void endsAtOnceWhenItIsCancelledWhileItWaitsForAnAnswer() throws Exception {
		CancellationSource cancellation = new CancellationSource();
		TestServer[] server = new TestServer[1];
		server[0] = new TestServer(certificates.listen("good"), connection -> {
			server[0].readRequest(connection.getInputStream());
			cancellation.request();
			server[0].hang();
		});
		try (TestServer running = server[0]; HttpTransport transport = insecure(running)) {
			Expect.problem(Kind.CANCELLED, () -> transport.exchange(GET, answer -> answer.text(10), soon(), cancellation));
		}
	}

	@Test
	void endsAtTheDeadlineWhenTheAnswerDrips() throws Exception {
		TestServer[] server = new TestServer[1];
		server[0] = new TestServer(certificates.listen("good"), connection -> {
			server[0].readRequest(connection.getInputStream());
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
			server[0].hang();
		});
		try (TestServer running = server[0]; HttpTransport transport = insecure(running)) {
			Deadline deadline = Deadline.in(Duration.ofSeconds(1), MonotonicClock.system());
			Expect.problem(Kind.TIMEOUT, () -> transport.exchange(GET, answer -> answer.text(2_000), deadline, Cancellation.never()));
		}
	}

	private static Deadline soon() {
		return Deadline.in(Duration.ofSeconds(30), MonotonicClock.system());
	}

	@ParameterizedTest
	@ValueSource(strings = { "good", "wronghost", "expired" })
	void acceptsTheVeryCertificateOfAPin(String certificate) throws Exception {
		assertEquals("hi", get(certificate, "localhost", "ssl_fingerprint", certificates.fingerprint(certificate)));
	}

	@Test
	void refusesAnyOtherCertificateThanThePinned() throws Exception {
		FenceProblem problem = refused("good", "localhost", "ssl_fingerprint", certificates.fingerprint("wronghost"));
		assertAdvisesPin(problem, "good");
	}

	@Test
	void aPinWinsOverAnAuthority() {
		refused("good", "localhost", "ssl_fingerprint", "00".repeat(32), "ssl_ca_file", certificates.pem("ca").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "good", "wronghost", "expired" })
	void acceptsAnythingWhenInsecure(String certificate) throws Exception {
		assertEquals("hi", get(certificate, "localhost", "ssl_insecure", true));
	}

	@Test
	void changesNoDefaultOfTheVirtualMachine() throws Exception {
		var verifier = HttpsURLConnection.getDefaultHostnameVerifier();
		var factory = HttpsURLConnection.getDefaultSSLSocketFactory();
		SSLContext context = SSLContext.getDefault();
		get("good", "localhost", "ssl_insecure", true);
		assertEquals(verifier, HttpsURLConnection.getDefaultHostnameVerifier());
		assertEquals(factory, HttpsURLConnection.getDefaultSSLSocketFactory());
		assertEquals(context, SSLContext.getDefault());
	}

	@Test
	void tellsAServerThatDoesNotSpeakTls() throws Exception {
		try (TestServer server = new TestServer(connection -> {
			connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			connection.getInputStream().readAllBytes();
		})) {
			FenceProblem problem = Expect.problem(Kind.TLS, () -> exchange(insecure(server), Duration.ofSeconds(30)));
			assertTrue(problem.message().contains("does not speak TLS"), problem.message());
		}
	}

	@Test
	void endsAtTheDeadlineWhenTheHandshakeHangs() throws Exception {
		TestServer[] server = new TestServer[1];
		server[0] = new TestServer(connection -> server[0].hang());
		try (TestServer running = server[0]) {
			FenceProblem problem = Expect.problem(Kind.TIMEOUT, () -> exchange(insecure(running), Duration.ofMillis(200)));
			assertTrue(problem.message().contains("handshake"), problem.message());
		}
	}

	@Test
	void tellsAConnectionClosedInTheHandshake() throws Exception {
		try (TestServer server = new TestServer(connection -> connection.getInputStream().read())) {
			FenceProblem problem = assertTlsOrTcp(server);
			assertTrue(problem.message().contains(":" + server.port()), problem.message());
		}
	}

	/** Closing with unread bytes sends a reset, without them an end: both happen, depending on the kernel's timing. */
	private static FenceProblem assertTlsOrTcp(TestServer server) throws FenceException {
		try {
			exchange(insecure(server), Duration.ofSeconds(30));
		} catch (FenceException failure) {
			assertTrue(failure.problem().kind() == Kind.TLS || failure.problem().kind() == Kind.TCP, failure.problem().toString());
			return failure.problem();
		}
		throw new AssertionError("the handshake succeeded");
	}

	private static HttpTransport insecure(TestServer server) throws FenceException {
		return new HttpTransport(Endpoint.of(Options.of("ip", "127.0.0.1:" + server.port(), "ssl_insecure", true)));
	}

	private static void assertAdvisesPin(FenceProblem problem, String certificate) throws Exception {
		String digits = problem.toString().replace(":", "").toLowerCase();
		assertTrue(digits.contains("ssl_fingerprint=" + certificates.fingerprint(certificate)), problem.toString());
	}
}
