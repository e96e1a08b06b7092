package org.palisade.simulator.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** Listens on a TCP port, which stays the same when it is stopped and started again. Thread-safe. */
public final class Listener implements AutoCloseable {

	private static final String NO_DELAY = "sun.net.httpserver.nodelay";
	private static final int BACKLOG = 512;

	private final Optional<SSLContext> tls;
	private final HttpHandler handler;
	private final ExecutorService executor;
	private InetSocketAddress address;
	private HttpServer server;
	private boolean closed;

	static {
		// Else the JDK's server leaves Nagle's algorithm on, and answers of two packets wait 40 ms for an acknowledgement.
		if (System.getProperty(NO_DELAY) == null) {
			System.setProperty(NO_DELAY, "true");
		}
	}

	/** Begins to listen. */
	public Listener(InetSocketAddress address, Optional<SSLContext> tls, HttpHandler handler, ExecutorService executor)
			throws IOException {
		this.address = address;
		this.tls = tls;
		this.handler = handler;
		this.executor = executor;
		start();
	}

	/** Listens again after {@link #stop()}; does nothing once it was closed. */
	public synchronized void start() throws IOException {
		if (closed || server != null) {
			return;
		}
		server = create();
		address = new InetSocketAddress(address.getAddress(), server.getAddress().getPort());
		server.createContext("/", handler);
		server.setExecutor(executor);
		server.start();
	}

	private HttpServer create() throws IOException {
		if (tls.isEmpty()) {
			return HttpServer.create(address, BACKLOG);
		}
		HttpsServer https = HttpsServer.create(address, BACKLOG);
		https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
		return https;
	}

	/** Closes the port and all connections at once. */
	public synchronized void stop() {
		if (server != null) {
			server.stop(0);
			server = null;
		}
	}

	/** The TCP port. */
	public synchronized int port() {
		return address.getPort();
	}

	@Override
	public synchronized void close() {
		closed = true;
		stop();
	}
}
