package org.palisade.backend.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Servers that are none, or that never come to the point. */
@Timeout(60)
class HostileServerTest {

	private static final int PLENTY_OF_LINES = Integer.MAX_VALUE;

	private static Request to(int port) {
		return new Request(port).with(StandardOptions.PASSWORD, Secret.of("topsecret"));
	}

	private static FenceException failure(Kind kind, Request request, Deadline deadline) {
		FenceException failure = assertThrows(FenceException.class, () -> request.open(deadline));
		assertEquals(kind, failure.problem().kind(), failure.getMessage());
		return failure;
	}

	private static Deadline shortly() {
		return Deadline.in(Duration.ofMillis(300), MonotonicClock.system());
	}

	/** Says the line again and again to whoever connects, then nothing more. */
	private static ServerSocket server(String line, int times) throws IOException {
		ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(() -> {
			try (Socket connection = listener.accept(); OutputStream out = connection.getOutputStream()) {
				for (int index = 0; index < times; index++) {
					out.write(line.getBytes(StandardCharsets.US_ASCII));
				}
				connection.getInputStream().transferTo(OutputStream.nullOutputStream());
			} catch (IOException clientGone) {
				// The client has what it came for.
			}
		}, "hostile-server");
		thread.setDaemon(true);
		thread.start();
		return listener;
	}

	@Test
	void timesOutOnAServerThatSaysNothing() throws Exception {
		try (ServerSocket silent = server("", 0)) {
			failure(Kind.TIMEOUT, to(silent.getLocalPort()), shortly());
		}
	}

	@Test
	void timesOutOnAServerThatNeverComesToThePoint() throws Exception {
		try (ServerSocket talkative = server("Welcome!\r\n", PLENTY_OF_LINES)) {
			failure(Kind.TIMEOUT, to(talkative.getLocalPort()), shortly());
		}
	}

	@Test
	void timesOutInTheMiddleOfTheKeyExchange() throws Exception {
		try (ServerSocket half = server("SSH-2.0-half\r\n", 1)) {
			failure(Kind.TIMEOUT, to(half.getLocalPort()), shortly());
		}
	}

	@Test
	void tellsThatItIsNoSshServer() throws Exception {
		try (ServerSocket other = server("SSH-2.0-x\r\n\u0000\u0000\u0000\u0001garbage", 1)) {
			FenceException failure = failure(Kind.PROTOCOL, to(other.getLocalPort()), Request.inSeconds(30));
			assertTrue(failure.problem().advice().contains("SSH server"), failure.problem().advice());
		}
	}

	@Test
	void tellsThatNobodyListens() throws Exception {
		int port;
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = closed.getLocalPort();
		}
		failure(Kind.TCP, to(port), Request.inSeconds(30));
	}

	@Test
	void tellsThatTheNameDoesNotResolve() {
		failure(Kind.DNS, to(22).with(StandardOptions.IP, "no-such-host.invalid"), Request.inSeconds(30));
	}

	@Test
	void tellsThatTheHostHasNoAddressOfTheFamily() {
		failure(Kind.DNS, to(22).with(StandardOptions.INET6_ONLY, true), Request.inSeconds(30));
	}

	@Test
	void doesNotBeginWhenTheDeadlineHasPassedOrTheCallerGaveUp() {
		failure(Kind.TIMEOUT, to(22), Deadline.in(Duration.ZERO, MonotonicClock.system()));
		Request request = to(22);
		request.cancellation().request();
		failure(Kind.CANCELLED, request, Request.inSeconds(30));
	}
}
