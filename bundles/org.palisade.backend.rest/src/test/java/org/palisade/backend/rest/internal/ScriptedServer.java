package org.palisade.backend.rest.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A plain-HTTP server that answers each request as a test told it to; it listens on the loopback interface. */
final class ScriptedServer implements AutoCloseable {

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
	private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
	private final Map<String, Supplier<String>> script = new ConcurrentHashMap<>();
	private final List<String> heads = new CopyOnWriteArrayList<>();

	/** Knows how to log in and out with {@code /api}. */
	ScriptedServer() throws IOException {
		on("POST /api/session", "201 \"t0ken\"");
		on("DELETE /api/session", "204 ");
		start(this::serve);
	}

	private interface Task {
		void run() throws IOException;
	}

	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			} catch (IOException clientLeftOrServerClosed) {
				Thread.currentThread().interrupt();
			}
		}, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void serve() throws IOException {
		while (true) {
			Socket connection = listener.accept();
			connections.add(connection);
			start(() -> serve(connection));
		}
	}

	private void serve(Socket connection) throws IOException {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			while (true) {
				String head = head(in);
				heads.add(head);
				String answer = script.getOrDefault(head.substring(0, head.indexOf(" HTTP/")), () -> "404 <html>nothing here</html>").get();
				byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
				String length = answer.startsWith("204") ? "" : "Content-Length: " + body.length + "\r\n";
				connection.getOutputStream().write(("HTTP/1.1 " + answer.substring(0, 4) + "x\r\n" + length + "Location: /elsewhere\r\n\r\n")
						.getBytes(StandardCharsets.US_ASCII));
				connection.getOutputStream().write(body);
			}
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				throw new IOException("no more requests");
			}
			head.append((char) next);
		}
		return head.toString();
	}

	/** Has a request answered from now on: a status, a blank and the body. */
	ScriptedServer on(String methodAndPath, String statusAndBody) {
		return on(methodAndPath, () -> statusAndBody);
	}

	/** Has a request answered from now on, each time by asking for the answer. */
	ScriptedServer on(String methodAndPath, Supplier<String> answer) {
		script.put(methodAndPath, answer);
		return this;
	}

	Map<String, Object> endpoint() {
		return Map.of("ip", "127.0.0.1:" + listener.getLocalPort(), "ssl", false);
	}

	/** {@return the heads of the requests that arrived} */
	List<String> heads() {
		return heads;
	}

	/** {@return how often this was requested} */
	long count(String methodAndPath) {
		return heads.stream().filter(head -> head.startsWith(methodAndPath + " HTTP/")).count();
	}

	@Override
	public void close() throws IOException {
		listener.close();
		for (Socket connection : connections) {
			connection.close();
		}
	}
}
