package org.palisade.resident.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.palisade.agent.FenceAgent;
import org.palisade.api.time.CancellationSource;
import org.palisade.api.time.MonotonicClock;
import org.palisade.core.engine.SessionOpener;
import org.palisade.launcher.Application;
import org.palisade.resident.internal.ResidentOptions.BadOption;
import org.palisade.sessions.KeptSessions;

/** The resident agent as a program of the launcher. Runs in the foreground until it is stopped. */
@Component(property = Application.NAME + "=palisade-resident")
public final class ResidentApplication implements Application {

	private static final int FAILED = 1;
	private static final long MAINTENANCE_SECONDS = 5;

	/** Those that log in to a server which keeps the session; the others have nothing that is worth keeping. */
	private static final Set<String> KEPT_TYPES = Set.of("esx", "rest");

	private final FenceAgent agent;
	private final CancellationSource stop = new CancellationSource();

	/**
	 * @param agent answers the requests
	 */
	@Activate
	public ResidentApplication(@Reference FenceAgent agent) {
		this.agent = agent;
	}

	@Override
	public int run(Invocation invocation) {
		try {
			ResidentOptions options = ResidentOptions.parse(invocation.arguments());
			if (options.help()) {
				invocation.out().println(ResidentOptions.helpText());
				return 0;
			}
			serve(options, Path.of(System.getProperty("palisade.home")), invocation);
			return 0;
		} catch (BadOption e) {
			return fail(invocation, e.getMessage());
		} catch (IOException e) {
			return fail(invocation, NLS.bind(Messages.not_started, e.getMessage() == null ? e : e.getMessage()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return FAILED;
		}
	}

	private void serve(ResidentOptions options, Path home, Invocation invocation) throws IOException, InterruptedException {
		requireClient(home);
		Surroundings surroundings = Surroundings.ofThisProcess(home);
		ExecutorService threads = ResidentServer.threads();
		ScheduledExecutorService timer = ResidentServer.timer();
		ScheduledExecutorService maintenance = ResidentServer.timer();
		try (SocketFile socket = SocketFile.open(options.socket());
				KeptSessions kept = new KeptSessions(SessionOpener.direct(), KEPT_TYPES, options.requests(), options.sessionIdle(),
						MonotonicClock.system(), maintenance)) {
			SessionOpener sessions = options.keepSessions() ? kept : SessionOpener.direct();
			maintenance.scheduleWithFixedDelay(kept::maintain, MAINTENANCE_SECONDS, MAINTENANCE_SECONDS, TimeUnit.SECONDS);
			ResidentServer server = new ResidentServer(socket.channel(), options.requests(), threads);
			stop.onRequest(() -> closeQuietly(socket));
			tell(invocation.out(), invocation.command(), NLS.bind(Messages.ready, options.socket()));
			server.accept(client -> new Answering(client, agent, sessions, surroundings, threads, timer));
			server.end();
		} finally {
			timer.shutdownNow();
			maintenance.shutdownNow();
			threads.shutdown();
		}
	}

	/** Not to find out only when a node is to be fenced. */
	private static void requireClient(Path home) throws IOException, InterruptedException {
		Path client = home.resolve("lib").resolve("palisade-client");
		boolean works = false;
		if (Files.isExecutable(client)) {
			ProcessBuilder builder = new ProcessBuilder(client.toString());
			builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
			works = builder.start().waitFor() == 2;
		}
		if (!works) {
			throw new IOException(NLS.bind(Messages.no_client, client));
		}
	}

	private static void closeQuietly(SocketFile socket) {
		try {
			socket.channel().close();
		} catch (IOException e) {
			throw new IllegalStateException("closing a socket that listens sends nothing", e);
		}
	}

	private static int fail(Invocation invocation, String message) {
		tell(invocation.err(), invocation.command(), message);
		return FAILED;
	}

	private static void tell(PrintStream stream, String command, String message) {
		stream.println(command + ": " + message);
		stream.flush();
	}

	@Override
	public void stop() {
		stop.request();
	}

	@Override
	public int exitCodeWhenStopped() {
		return 0;
	}
}
