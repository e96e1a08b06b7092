package org.palisade.simulator.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.palisade.simulator.ServerEndpoint;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.simulator.internal.control.ControlEndpoint;
import org.palisade.simulator.internal.control.ControlException;
import org.palisade.simulator.internal.control.ControlService;
import org.palisade.simulator.internal.disruption.Disruptions;
import org.palisade.simulator.internal.disruption.Pauses;
import org.palisade.simulator.internal.http.Listener;
import org.palisade.simulator.internal.http.RestEndpoint;
import org.palisade.simulator.internal.http.SoapEndpoint;
import org.palisade.simulator.internal.http.Traffic;
import org.palisade.simulator.internal.http.WsdlEndpoint;
import org.palisade.simulator.internal.model.World;
import org.palisade.simulator.internal.rest.RestService;
import org.palisade.simulator.internal.service.TaskRunner;
import org.palisade.simulator.internal.service.VimService;
import org.palisade.simulator.internal.session.Session;
import org.palisade.simulator.internal.soap.Wsdl;
import org.palisade.simulator.internal.tls.SelfSignedCertificate;

/** Puts a server's parts together, and takes them apart again. Thread-safe. */
public final class SimulatorServer implements AutoCloseable {

	private static final int MOST_THREADS = 2000;
	private static final int CONTROL_THREADS = 20;
	private static final int IDLE_SECONDS = 10;

	private final ServerEndpoint endpoint;
	private final World world;
	private final VimService service;
	private final Pauses pauses = new Pauses();
	private final TaskRunner tasks;
	private final ControlService control;
	private final ExecutorService requestThreads = threads("vcenter-simulator-request", MOST_THREADS);
	private final ExecutorService controlThreads = threads("vcenter-simulator-control", CONTROL_THREADS);
	private final Optional<SelfSignedCertificate> certificate;
	private final Optional<Path> certificateFile;
	private final Listener listener;
	private final Listener controlListener;

	/** Starts a server; it listens when this returns. */
	public SimulatorServer(SimulatorOptions options) throws IOException {
		endpoint = options.endpoint();
		certificate = endpoint.plainHttp() ? Optional.empty()
				: Optional.of(SelfSignedCertificate.create(endpoint.certificate(), Clock.systemUTC().instant()));
		world = new World(options.inventory(), Clock.systemUTC());
		tasks = new TaskRunner(world, options.behaviour().taskDuration());
		service = new VimService(world, options.behaviour(), tasks);
		Disruptions disruptions = new Disruptions();
		Traffic traffic = new Traffic();
		control = new ControlService(world, service, disruptions, pauses, traffic, this::restart);
		SoapEndpoint soap = new SoapEndpoint(service, this::session, disruptions, traffic, pauses,
				options.behaviour().latency().toMillis());
		WsdlEndpoint wsdl = new WsdlEndpoint(new Wsdl(endpoint.wsdlFile()), soap, traffic);
		RestEndpoint rest = new RestEndpoint(new RestService(world, service.sessions(), options.behaviour(), tasks), wsdl, disruptions, traffic,
				pauses, options.behaviour().latency().toMillis());
		try (Rollback rollback = new Rollback()) {
			rollback.add(this::stopThreads);
			listener = new Listener(address(), certificate.isPresent() ? Optional.of(certificate.get().sslContext()) : Optional.empty(), rest,
					requestThreads);
			rollback.add(listener::close);
			controlListener = new Listener(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), endpoint.controlPort()),
					Optional.empty(), new ControlEndpoint(control), controlThreads);
			rollback.add(controlListener::close);
			certificateFile = writeCertificate();
			rollback.complete();
		}
	}

	private static ExecutorService threads(String name, int most) {
		return new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), runnable -> {
			Thread thread = new Thread(runnable, name);
			thread.setDaemon(true);
			return thread;
		});
	}

	private InetSocketAddress address() throws IOException {
		InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
		if (address.isUnresolved()) {
			throw new IOException("there is no host '" + endpoint.host() + "' to listen on");
		}
		return address;
	}

	private Optional<Path> writeCertificate() throws IOException {
		if (certificate.isEmpty()) {
			return Optional.empty();
		}
		Path file = endpoint.certificateFile().isPresent() ? endpoint.certificateFile().get()
				: Files.createTempFile("vcenter-simulator", ".pem");
		Files.writeString(file, certificate.get().pem());
		return Optional.of(file);
	}

	private Optional<Session> session(String cookie) {
		world.lock();
		try {
			return service.sessions().find(cookie);
		} finally {
			world.unlock();
		}
	}

	/** Address of the SOAP endpoint. */
	public URI url() {
		String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
		return URI.create((endpoint.plainHttp() ? "http://" : "https://") + host + ":" + listener.port() + "/sdk");
	}

	/** Address of the control endpoint. */
	public URI controlUrl() {
		return URI.create("http://127.0.0.1:" + controlListener.port() + "/");
	}

	/** The file with the certificate. */
	public Optional<Path> certificateFile() {
		return certificateFile;
	}

	/** The certificate's SHA-256. */
	public Optional<String> certificateFingerprint() {
		return certificate.map(SelfSignedCertificate::fingerprint);
	}

	/** Carries a request of the control endpoint out. */
	public String control(String method, String request) throws IOException {
		int question = request.indexOf('?');
		try {
			return question < 0 ? control.handle(method, request)
					: control.handle(method, request.substring(0, question), request.substring(question + 1));
		} catch (ControlException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private void restart(Runnable whileStopped, long downtimeMillis) throws ControlException {
		listener.stop();
		pauses.release();
		whileStopped.run();
		try {
			pauses.pause(downtimeMillis);
			listener.start();
		} catch (IOException e) {
			throw new ControlException(500, "cannot listen again: " + e.getMessage());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void stopThreads() {
		tasks.close();
		requestThreads.shutdownNow();
		controlThreads.shutdownNow();
		try {
			requestThreads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
			controlThreads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() throws IOException {
		listener.close();
		controlListener.close();
		pauses.release();
		stopThreads();
		if (certificateFile.isPresent() && endpoint.certificateFile().isEmpty()) {
			Files.deleteIfExists(certificateFile.get());
		}
	}
}
