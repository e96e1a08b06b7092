package org.palisade.testsupport.scripted;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server of plain HTTP on a loopback address. It keeps connections open; what it answers is a test's affair. */
public final class LoopbackServer implements AutoCloseable {

	private final ServerSocket listener;
	private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
	private final Script script;

	/** What a server answers. Called by several threads, one for each connection. */
	@FunctionalInterface
	public interface Script {
		/**
		 * {@return the whole answer, its head included}
		 *
		 * @param head the head of the request, with the empty line at its end
		 * @param body where to read the body from, if it has one
		 */
		byte[] answer(String head, InputStream body) throws IOException;
	}

	/** Something to do that ends with the connection. */
	@FunctionalInterface
	private interface Task {
		void run() throws IOException;
	}

	/**
	 * Listens on a free port when this returns.
	 *
	 * @param address the loopback address on which to listen
	 */
	public LoopbackServer(String address, Script script) throws IOException {
		this.listener = new ServerSocket(0, 50, InetAddress.getByName(address));
		this.script = script;
		start(this::serve);
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
				connection.getOutputStream().write(script.answer(head(in), in));
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

	/** {@return the port on which it listens} */
	public int port() {
		return listener.getLocalPort();
	}

	@Override
	public void close() throws IOException {
		listener.close();
		for (Socket connection : connections) {
			connection.close();
		}
	}
}
