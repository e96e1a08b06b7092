package org.palisade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.palisade.transport.Expect.problem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem.Kind;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Connections as such; what is tried how long is what {@link HttpTransportTest} tests of those for HTTP. */
class TcpConnectionTest {

	private static final String LOOPBACK = "127.0.0.1";

	private static Deadline in(Duration time) {
		return Deadline.in(time, MonotonicClock.system());
	}

	private static Socket open(String host, int port, AddressFamily family, Cancellation cancellation) throws FenceException {
		return TcpConnection.open(new ServerAddress(host, port), family, in(Duration.ofSeconds(30)), cancellation);
	}

	private static int closedPort() throws IOException {
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
			return listener.getLocalPort();
		}
	}

	@Test
	void whatIsSentArrives() throws Exception {
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
				Socket socket = open(LOOPBACK, listener.getLocalPort(), AddressFamily.ANY, Cancellation.never()); Socket accepted = listener.accept()) {
			socket.getOutputStream().write(7);
			assertEquals(7, accepted.getInputStream().read());
		}
	}

	@Test
	void itIsTheCallersWhenTheCancellationComesLater() throws Exception {
		CancellationSource cancellation = new CancellationSource();
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
				Socket socket = open(LOOPBACK, listener.getLocalPort(), AddressFamily.ANY, cancellation); Socket accepted = listener.accept()) {
			cancellation.request();

			socket.getOutputStream().write(7);
			assertEquals(7, accepted.getInputStream().read());
		}
	}

	@Test
	void itSaysWhatFailed() throws Exception {
		int port = closedPort();

		problem(Kind.TCP, () -> open(LOOPBACK, port, AddressFamily.ANY, Cancellation.never()));
		problem(Kind.DNS, () -> open("no-such-host.invalid", port, AddressFamily.ANY, Cancellation.never()));
		problem(Kind.DNS, () -> open(LOOPBACK, port, AddressFamily.INET6, Cancellation.never()));
	}

	@Test
	void nothingIsBegunWithoutTimeOrForACallerWhoGaveUp() throws Exception {
		CancellationSource givenUp = new CancellationSource();
		givenUp.request();
		ServerAddress nowhere = new ServerAddress("no-such-host.invalid", 22);

		problem(Kind.CANCELLED, () -> open("no-such-host.invalid", 22, AddressFamily.ANY, givenUp));
		problem(Kind.TIMEOUT, () -> TcpConnection.open(nowhere, AddressFamily.ANY, in(Duration.ZERO), Cancellation.never()));
	}
}
