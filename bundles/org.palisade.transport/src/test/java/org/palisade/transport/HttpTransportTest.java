package org.palisade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

@ExtendWith(EngineUnderTest.class)
class HttpTransportTest {

	private static final HttpRequest POST = new HttpRequest("POST", "/sdk", Map.of("X-Test", "1"), "hello".getBytes(StandardCharsets.UTF_8));
	private static final AnswerReader<String> TEXT = answer -> answer.status() + " " + answer.text(100);

	private final TestServer[] server = new TestServer[1];
	private final AtomicLong time = new AtomicLong();

	@AfterEach
	void stopServer() throws IOException {
		if (server[0] != null) {
			server[0].close();
		}
	}

	private HttpTransport serve(TestServer.Behaviour behaviour) throws IOException, FenceException {
		server[0] = new TestServer(behaviour);
		return transport(server[0].port());
	}

	private HttpTransport answer(String answer) throws IOException, FenceException {
		return serve(TestServer.answering(server, answer));
	}

	private HttpTransport transport(int port) throws FenceException {
		Endpoint endpoint = new Endpoint(new ServerAddress("127.0.0.1", port), false, AddressFamily.ANY, new TrustPolicy.Unverified());
		return new HttpTransport(endpoint, time::get);
	}

	private static Deadline generous() {
		return Deadline.in(Duration.ofSeconds(30), MonotonicClock.system());
	}

	private static Deadline tight() {
		return Deadline.in(Duration.ofMillis(200), MonotonicClock.system());
	}

	private static String exchange(HttpTransport transport) throws FenceException {
		return transport.exchange(POST, TEXT, generous(), Cancellation.never());
	}

	@Test
	void sendsHeadersAndBody() throws Exception {
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
			assertEquals("200 hi", exchange(transport));
		}
		String request = server[0].requests().get(0);
		assertTrue(request.startsWith("POST /sdk HTTP/1.1\r\nHost: 127.0.0.1:" + server[0].port() + "\r\n"), request);
		assertTrue(request.contains("\r\nX-Test: 1\r\n"), request);
		assertTrue(request.endsWith("\r\n\r\nhello"), request);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x=y\r\ni\r\n0\r\nTrailer: t\r\n\r\n",
			"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "HTTP/1.1 200\nContent-Length:2\n\nhi" })
	void readsBodiesAndKeepsTheConnection(String answer) throws Exception {
		try (HttpTransport transport = answer(answer.replace("200\n", "200 \n"))) {
			assertEquals("200 hi", exchange(transport));
			assertEquals("200 hi", exchange(transport));
			assertEquals(1, server[0].accepted());
		}
	}

	private static byte[] compressed(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private HttpTransport compressing(byte[] body) throws IOException, FenceException {
		return serve(connection -> {
			OutputStream out = connection.getOutputStream();
			while (true) {
				server[0].readRequest(connection.getInputStream());
				out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
				out.write(body);
			}
		});
	}

	@Test
	void readsCompressedBodiesAndKeepsTheConnection() throws Exception {
		try (HttpTransport transport = compressing(compressed("hi"))) {
			assertEquals("200 hi", exchange(transport));
			assertEquals("200 hi", exchange(transport));
			assertEquals(1, server[0].accepted());
		}
		assertTrue(server[0].requests().get(0).contains("\r\nAccept-Encoding: gzip\r\n"));
	}

	@Test
	void aCompressedBodyThatIsCutOffOrWrongIsAFailure() throws Exception {
		byte[] body = compressed("something longer than nothing");
		byte[] wrong = body.clone();
		wrong[body.length - 8] ^= 1;
		for (byte[] spoilt : List.of(Arrays.copyOf(body, body.length / 2), Arrays.copyOf(body, body.length - 4), wrong, new byte[0], "plain".getBytes(StandardCharsets.US_ASCII))) {
			try (HttpTransport transport = compressing(spoilt)) {
				assertEquals(Kind.PROTOCOL, assertThrows(FenceException.class, () -> exchange(transport)).problem().kind());
			}
		}
	}

	/** What is small on the wire can be large: the limit is that of the text. */
	@Test
	void theLimitOfAnAnswerHoldsForWhatItIsWhenDecompressed() throws Exception {
		try (HttpTransport transport = compressing(compressed("a".repeat(101)))) {
			assertEquals(Kind.PROTOCOL, assertThrows(FenceException.class, () -> exchange(transport)).problem().kind());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi",
			"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi" })
	void opensAnotherConnectionWhenTheServerClosesIt(String answer) throws Exception {
		try (HttpTransport transport = answer(answer)) {
			assertEquals("200 hi", exchange(transport));
			assertEquals("200 hi", exchange(transport));
			assertEquals(2, server[0].accepted());
		}
	}

	@Test
	void readsABodyThatEndsWithTheConnection() throws Exception {
		try (HttpTransport transport = serve(connection -> {
			server[0].readRequest(connection.getInputStream());
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
		})) {
			assertEquals("200 hi", exchange(transport));
		}
	}

	@Test
	void doesNotTrustAConnectionThatWasIdleForLong() throws Exception {
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
			exchange(transport);
			time.addAndGet(Duration.ofSeconds(2).toNanos());
			exchange(transport);
			assertEquals(2, server[0].accepted());
		}
	}

	@Test
	void followsNoRedirect() throws Exception {
		try (HttpTransport transport = answer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")) {
			assertEquals("302 ", exchange(transport));
		}
	}

	@Test
	void neverSendsARequestTwice() throws Exception {
		try (HttpTransport transport = serve(connection -> server[0].readRequest(connection.getInputStream()))) {
			Expect.problem(Kind.PROTOCOL, () -> exchange(transport));
			assertEquals(1, server[0].requests().size());
		}
	}

	@Test
	void doesNotRepeatOnAConnectionThatDiedBetween() throws Exception {
		try (HttpTransport transport = serve(connection -> {
			server[0].readRequest(connection.getInputStream());
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
			server[0].readRequest(connection.getInputStream());
		})) {
			exchange(transport);
			Expect.problem(Kind.PROTOCOL, () -> exchange(transport));
			assertEquals(2, server[0].requests().size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage\r\n\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" })
	void refusesWhatIsNotHttp(String answer) throws Exception {
		try (HttpTransport transport = answer(answer)) {
			Expect.problem(Kind.PROTOCOL, () -> exchange(transport));
		}
	}

	@Test
	void noticesABodyThatEndsEarly() throws Exception {
		try (HttpTransport transport = serve(connection -> {
			server[0].readRequest(connection.getInputStream());
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
		})) {
			Expect.problem(Kind.PROTOCOL, () -> exchange(transport));
		}
	}

	@Test
	void limitsTheTextOfAnAnswer() throws Exception {
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n" + "x".repeat(101))) {
			Expect.problem(Kind.PROTOCOL, () -> exchange(transport));
		}
	}

	@Test
	void tellsARefusedConnection() throws Exception {
		int port;
		try (ServerSocket unused = new ServerSocket(0)) {
			port = unused.getLocalPort();
		}
		try (HttpTransport transport = transport(port)) {
			assertTrue(Expect.problem(Kind.TCP, () -> exchange(transport)).message().contains("refused"));
		}
	}

	@Test
	void tellsANameThatDoesNotResolve() throws Exception {
		Endpoint endpoint = new Endpoint(new ServerAddress("no..such..name", 443), true, AddressFamily.ANY, new TrustPolicy.Unverified());
		try (HttpTransport transport = new HttpTransport(endpoint)) {
			assertTrue(Expect.problem(Kind.DNS, () -> exchange(transport)).message().contains("no..such..name"));
		}
	}

	@Test
	void tellsThatNoAddressOfTheFamilyExists() throws Exception {
		Endpoint endpoint = new Endpoint(new ServerAddress("127.0.0.1", 443), true, AddressFamily.INET6, new TrustPolicy.Unverified());
		try (HttpTransport transport = new HttpTransport(endpoint)) {
			assertTrue(Expect.problem(Kind.DNS, () -> exchange(transport)).message().contains("inet6_only"));
		}
	}

	@Test
	void tellsAResetConnection() throws Exception {
		try (HttpTransport transport = serve(connection -> {
			server[0].readRequest(connection.getInputStream());
			connection.setSoLinger(true, 0);
		})) {
			Expect.problem(Kind.TCP, () -> exchange(transport));
		}
	}

	@Test
	void endsAtTheDeadlineWhenTheServerHangs() throws Exception {
		try (HttpTransport transport = serve(connection -> server[0].hang())) {
			var problem = Expect.problem(Kind.TIMEOUT, () -> transport.exchange(POST, TEXT, tight(), Cancellation.never()));
			assertTrue(problem.message().contains("timed out"));
		}
	}

	@Test
	void endsAtTheDeadlineWhenTheServerDrips() throws Exception {
		try (HttpTransport transport = serve(connection -> {
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			while (true) {
				connection.getOutputStream().write('x');
			}
		})) {
			Expect.problem(Kind.TIMEOUT, () -> transport.exchange(POST, HttpTransportTest::readAway, tight(), Cancellation.never()));
		}
	}

	/** Reads without end: the body is announced to be longer than a server could send in the time. */
	private static Void readAway(HttpAnswer answer) throws IOException {
		while (answer.body().read() >= 0) {
			Thread.onSpinWait();
		}
		throw new IOException("the body was to be cut off");
	}

	@Test
	void doesNotBeginAfterTheDeadline() throws Exception {
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
			Deadline passed = Deadline.in(Duration.ZERO, MonotonicClock.system());
			Expect.problem(Kind.TIMEOUT, () -> transport.exchange(POST, TEXT, passed, Cancellation.never(), Duration.ofSeconds(5)));
			assertEquals(0, server[0].accepted());
		}
	}

	@Test
	void endsWhenCancelledWhileBlocked() throws Exception {
		CancellationSource cancellation = new CancellationSource();
		try (HttpTransport transport = serve(connection -> {
			server[0].readRequest(connection.getInputStream());
			cancellation.request();
			server[0].hang();
		})) {
			Expect.problem(Kind.CANCELLED, () -> transport.exchange(POST, TEXT, generous(), cancellation));
			Expect.problem(Kind.CANCELLED, () -> transport.exchange(POST, TEXT, generous(), cancellation));
			assertEquals(1, server[0].accepted());
		}
	}

	@Test
	void waitsForAnAnswerWithinTheGrace() throws Exception {
		CancellationSource cancellation = new CancellationSource();
		try (HttpTransport transport = serve(connection -> {
			server[0].readRequest(connection.getInputStream());
			cancellation.request();
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII));
			server[0].hang();
		})) {
			assertEquals("200 hi", transport.exchange(POST, TEXT, generous(), cancellation, Duration.ofSeconds(30)));
		}
	}

	/** The time was up when the answer had been read to its end: it counts, and the connection that was closed then is not used again. */
	@Test
	void aConnectionThatWasAbortedAfterTheLastByteIsNotKept() throws Exception {
		CancellationSource cancellation = new CancellationSource();
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
			AnswerReader<String> slow = answer -> {
				String text = TEXT.read(answer);
				cancellation.request();
				return text;
			};
			assertEquals("200 hi", transport.exchange(POST, slow, generous(), cancellation));
			assertEquals("200 hi", exchange(transport));
			assertEquals(2, server[0].accepted());
		}
	}

	@Test
	void aLateExceptionOfTheReaderDoesNotHideTheTimeout() throws Exception {
		CountDownLatch tripped = new CountDownLatch(1);
		CancellationSource cancellation = new CancellationSource();
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
			AnswerReader<String> confused = answer -> {
				cancellation.request();
				tripped.countDown();
				throw new FenceException(Kind.PROTOCOL, "cut off", "");
			};
			Expect.problem(Kind.CANCELLED, () -> transport.exchange(POST, confused, generous(), cancellation));
			assertEquals(0, tripped.getCount());
		}
	}

	@Test
	void refusesLineBreaksInHeaders() throws Exception {
		try (HttpTransport transport = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")) {
			HttpRequest smuggling = new HttpRequest("GET", "/", Map.of("Cookie", "a\r\nX: y"), new byte[0]);
			Expect.problem(Kind.PROTOCOL, () -> transport.exchange(smuggling, TEXT, generous(), Cancellation.never()));
			assertFalse(server[0].requests().stream().anyMatch(request -> request.contains("X: y")));
		}
	}
}
