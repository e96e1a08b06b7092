package org.palisade.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server on the loopback interface whose behaviour on each connection is a piece of code. */
final class TestServer implements AutoCloseable {

	/** What happens on one connection; it is closed afterwards. */
	interface Behaviour {
		void on(Socket connection) throws IOException;
	}

	private final ServerSocket listener;
	private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
	private final CountDownLatch closed = new CountDownLatch(1);
	private final List<String> requests = new CopyOnWriteArrayList<>();

	TestServer(Behaviour behaviour) throws IOException {
		this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), behaviour);
	}

	TestServer(ServerSocket listener, Behaviour behaviour) {
		this.listener = listener;
		start("test-server", () -> {
			while (true) {
				Socket connection = listener.accept();
				connections.add(connection);
				start("test-connection", () -> {
					try (connection) {
						behaviour.on(connection);
					}
				});
			}
		});
	}

	private interface Task {
		void run() throws IOException;
	}

	private static void start(String name, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			} catch (IOException clientLeftOrServerClosed) {
				Thread.currentThread().interrupt();
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return listener.getLocalPort();
	}

	/** {@return how many connections were accepted} */
	int accepted() {
		return connections.size();
	}

	/** {@return the heads of the requests that were read} */
	List<String> requests() {
		return requests;
	}

	/** Reads a request with a body of the announced length, and keeps its head and body. */
	void readRequest(InputStream in) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("no more requests");
			}
			bytes.write(next);
		}
		String head = bytes.toString(StandardCharsets.ISO_8859_1);
		int at = head.indexOf("Content-Length: ");
		int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
		requests.add(head + new String(in.readNBytes(length), StandardCharsets.UTF_8));
	}

	/** {@return a behaviour that answers every request on a connection with the same bytes} */
	static Behaviour answering(TestServer[] server, String answer) {
		return connection -> {
			while (true) {
				server[0].readRequest(connection.getInputStream());
				connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
			}
		};
	}

	/** Blocks until the server is closed. */
	void hang() {
		try {
			closed.await();
		} catch (InterruptedException ended) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() throws IOException {
		closed.countDown();
		listener.close();
		for (Socket connection : connections) {
			connection.close();
		}
	}
}
