package org.palisade.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.palisade.simulator.internal.SimulatorServer;

/**
 * A running simulated vCenter (or ESXi host). All methods are thread-safe. {@link #close()} drops its connections, ends its threads and
 * removes its temporary files.
 */
public final class SimulatedVCenter implements AutoCloseable {

	private final SimulatorServer server;

	private SimulatedVCenter(SimulatorServer server) {
		this.server = server;
	}

	/**
	 * Starts a server; it listens when this returns.
	 *
	 * @throws IOException when it cannot listen or cannot write its certificate
	 */
	public static SimulatedVCenter start(SimulatorOptions options) throws IOException {
		return new SimulatedVCenter(new SimulatorServer(options));
	}

	/** Address of the SOAP endpoint, with the real port: {@code https://127.0.0.1:PORT/sdk}. */
	public URI url() {
		return server.url();
	}

	/** Address of the control endpoint, which speaks plain HTTP: {@code http://127.0.0.1:PORT/}. */
	public URI controlUrl() {
		return server.controlUrl();
	}

	/** The file that holds the server's certificate as PEM; empty without TLS. */
	public Optional<Path> certificateFile() {
		return server.certificateFile();
	}

	/** SHA-256 of the certificate as upper case hexadecimal bytes with colons between; empty without TLS. */
	public Optional<String> certificateFingerprint() {
		return server.certificateFingerprint();
	}

	/**
	 * Does what the control endpoint does for the same request, without a connection.
	 *
	 * @param method HTTP method, for example {@code POST}
	 * @param request path and query, for example {@code /vm?name=node00002&power=off}
	 * @return the JSON answer
	 * @throws IOException when the control endpoint would not have answered with a status of 200; the message is its answer
	 */
	public String control(String method, String request) throws IOException {
		return server.control(method, request);
	}

	/** @throws IOException when its temporary file cannot be removed; everything else is closed then, too */
	@Override
	public void close() throws IOException {
		server.close();
	}
}
