package org.palisade.testsupport.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between a client and a server that speaks anything over TCP, and spoils the beginning of the conversation to order. Thread-safe. */
public final class FaultyRelay implements AutoCloseable {

	private static final int BLOCK = 16_384;
	private static final long BETWEEN_DROPS_NANOS = 20_000_000;
	private static final byte[] NO_SERVER = "\0\1\2 this is no server \r\n".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] TLS_REFUSAL = { 0x15, 3, 3, 0, 2, 2, 0x28 };

	/** An endless run of handshake messages, each announced longer than the one before could be. */
	private static final byte[] TLS_FLOOD_HEADER = { 0x16, 3, 3, 0x40, 0 };

	/** What is done to a connection. */
	@FunctionalInterface
	private interface Service {
		void serve(Socket client) throws IOException;
	}

	/** The part of what a server says that is passed on as it is. */
	@FunctionalInterface
	public interface Beginning {
		/** Passes it on and returns at its end. */
		void pass(InputStream server, OutputStream client) throws IOException;
	}

	private final ServerSocket listener;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final AtomicInteger struck = new AtomicInteger();
	private volatile Service service = this::relay;
	private volatile int target;

	/** Begins to relay to that port of this machine. */
	public FaultyRelay(int target) throws IOException {
		this.target = target;
		listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		start(this::accept);
	}

	/** {@return where it listens} */
	public int port() {
		return listener.getLocalPort();
	}

	/** Spoils what the server says first on the next connections. */
	public void spoil(Fault kind) {
		service = client -> spoil(client, kind);
	}

	/** Spoils what comes after a beginning of what the server says on the next connections. */
	public void spoilAfter(Beginning beginning, Fault kind) {
		service = client -> spoilAfter(client, beginning, kind);
	}

	/** Says that instead of the server on the next connections, and ends them. */
	public void answer(byte[] words) {
		service = client -> answer(client, words);
	}

	/** Relays to another server from now on, and cuts what is connected. */
	public void redirect(int port) {
		target = port;
		cut();
	}

	/** Cuts what is connected. */
	public void cut() {
		open.forEach(FaultyRelay::reset);
		open.clear();
	}

	/** Relays further connections faithfully. */
	public void heal() {
		service = this::relay;
	}

	/** Relays faithfully, to that port. */
	public void restore(int port) {
		heal();
		struck.set(0);
		redirect(port);
	}

	/** {@return how many connections were spoilt} */
	public int struck() {
		return struck.get();
	}

	private void accept() {
		try {
			while (!listener.isClosed()) {
				Socket client = listener.accept();
				open.add(client);
				start(() -> serve(client));
			}
		} catch (IOException closed) {
			cut();
		}
	}

	private void serve(Socket client) {
		try {
			service.serve(client);
		} catch (IOException gone) {
			reset(client);
		}
	}

	private void relay(Socket client) throws IOException {
		copy(connect(client), client, false);
	}

	private void answer(Socket client, byte[] words) throws IOException {
		struck.incrementAndGet();
		client.getInputStream().read(new byte[BLOCK]);
		client.getOutputStream().write(words);
		client.close();
	}

	private void spoilAfter(Socket client, Beginning beginning, Fault kind) throws IOException {
		Socket server = connect(client);
		InputStream in = server.getInputStream();
		OutputStream out = client.getOutputStream();
		beginning.pass(in, out);
		struck.incrementAndGet();
		switch (kind) {
			case HANG -> in.transferTo(OutputStream.nullOutputStream());
			case DRIP -> copy(server, client, true);
			case RESET, TRUNCATED -> half(in, out);
			case MALFORMED -> out.write(NO_SERVER);
			case ENORMOUS -> flood(out);
			default -> throw new IllegalArgumentException(kind.toString());
		}
		if (kind == Fault.RESET) {
			reset(client);
		} else {
			client.close();
		}
		reset(server);
	}

	private static void half(InputStream server, OutputStream client) throws IOException {
		byte[] answer = new byte[BLOCK];
		int count = server.read(answer);
		client.write(answer, 0, Math.max(0, count) / 2);
	}

	private void spoil(Socket client, Fault now) throws IOException {
		struck.incrementAndGet();
		if (now == Fault.DRIP) {
			copy(connect(client), client, true);
			return;
		}
		OutputStream out = client.getOutputStream();
		byte[] greeting = new byte[BLOCK];
		int length = client.getInputStream().read(greeting);
		switch (now) {
			case REFUSED -> out.write(TLS_REFUSAL);
			case HANG -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
			case RESET -> out.write(0x16);
			case CLIENT_ERROR -> out.write(status("400 Bad Request"));
			case SERVER_ERROR -> out.write(status("503 Service Unavailable"));
			case MALFORMED -> out.write(NO_SERVER);
			case TRUNCATED -> truncated(client, greeting, length);
			case ENORMOUS -> flood(out);
			default -> throw new IllegalArgumentException(now.toString());
		}
		if (now == Fault.RESET) {
			reset(client);
		} else {
			client.close();
		}
	}

	private static byte[] status(String line) {
		return ("HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
	}

	/** The server's first answer, without its second half. */
	private void truncated(Socket client, byte[] greeting, int length) throws IOException {
		try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
			server.getOutputStream().write(greeting, 0, length);
			half(server.getInputStream(), client.getOutputStream());
		}
	}

	private static void flood(OutputStream out) throws IOException {
		byte[] block = new byte[BLOCK];
		while (true) {
			out.write(TLS_FLOOD_HEADER);
			out.write(block);
		}
	}

	/** Passes on to the server whatever the client says. */
	private Socket connect(Socket client) throws IOException {
		Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
		open.add(server);
		start(() -> copy(client, server, false));
		return server;
	}

	private static void copy(Socket from, Socket to, boolean slowly) {
		byte[] block = new byte[slowly ? 1 : BLOCK];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int count = in.read(block); count >= 0; count = in.read(block)) {
				out.write(block, 0, count);
				if (slowly) {
					LockSupport.parkNanos(BETWEEN_DROPS_NANOS);
				}
			}
			to.shutdownOutput();
		} catch (IOException broken) {
			reset(from);
			reset(to);
		}
	}

	private static void reset(Socket socket) {
		try (socket) {
			socket.setSoLinger(true, 0);
		} catch (IOException alreadyClosed) {
			return;
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "faulty-relay");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			listener.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		cut();
	}

	/** {@return a port at which nobody listens} */
	public static int closedPort() throws IOException {
		try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return probe.getLocalPort();
		}
	}

	/** A port whose queue of connections is full, so that a further one is not answered. Linux drops such a request without a word. */
	public static final class DeafPort implements AutoCloseable {

		private static final int MORE_THAN_THE_QUEUE_HOLDS = 8;
		private static final int SOON_MILLIS = 50;

		private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();

		/** Fills the queue. */
		public DeafPort() throws IOException {
			for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
				Socket socket = new Socket();
				waiting.add(socket);
				try {
					socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), SOON_MILLIS);
				} catch (SocketTimeoutException full) {
					return;
				}
			}
			throw new IOException("the queue of the port does not fill");
		}

		/** {@return the port} */
		public int port() {
			return listener.getLocalPort();
		}

		@Override
		public void close() throws IOException {
			for (Socket socket : waiting) {
				socket.close();
			}
			listener.close();
		}
	}
}
