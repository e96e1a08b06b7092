package org.palisade.ui.internal.connection;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.operation.IRunnableContext;
import org.palisade.api.option.Secret;
import org.palisade.api.time.CancellationSource;
import org.palisade.connections.CertificateProbe;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.Credentials;
import org.palisade.connections.ServerCertificate;
import org.palisade.core.option.FenceAction;
import org.palisade.operations.ConnectionReport;
import org.palisade.operations.Operation;
import org.palisade.operations.OperationRunner;
import org.palisade.ui.internal.CancellationWatch;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.SilentObserver;

/** Tries a connection and fetches certificates while a dialog shows that it goes on. Only for the UI thread. */
final class ConnectionTester {

	private static final Duration LIMIT = Duration.ofSeconds(10);
	private static final int HTTPS = 443;

	private ConnectionTester() {
	}

	/**
	 * {@return what a test found out; empty when the user cancelled it}
	 *
	 * @param password the password that was entered; empty for the one that is known
	 * @param secretOptions options that were entered, or emptied; others are as they are kept
	 */
	static Optional<ConnectionReport> test(IRunnableContext context, Connection connection, Optional<Secret> password,
			Map<String, Optional<Secret>> secretOptions) throws InvocationTargetException {
		AtomicReference<ConnectionReport> report = new AtomicReference<>();
		run(context, monitor -> {
			CancellationSource cancellation = new CancellationSource();
			try (CancellationWatch watch = new CancellationWatch(monitor, cancellation)) {
				Optional<Secret> secret = password.isPresent() ? password : Passwords.of(connection);
				Operation operation = new Operation(connection, new Credentials(secret, options(connection, secretOptions)), FenceAction.MONITOR, Optional.empty());
				ConnectionReport result = ConnectionReport.of(
						PalisadeUi.instance().service(OperationRunner.class).run(operation, cancellation, new SilentObserver(connection.name())));
				if (!cancellation.requested()) {
					report.set(result);
				}
			}
		});
		return Optional.ofNullable(report.get());
	}

	private static Map<String, Secret> options(Connection connection, Map<String, Optional<Secret>> entered) throws ConnectionException {
		Map<String, Secret> options = new HashMap<>(PalisadeUi.instance().service(ConnectionStore.class).secretOptions(connection));
		entered.forEach((name, value) -> value.ifPresentOrElse(secret -> options.put(name, secret), () -> options.remove(name)));
		return options;
	}

	/** {@return the certificate that the server of an address shows} */
	static ServerCertificate fetch(IRunnableContext context, String address) throws InvocationTargetException {
		AtomicReference<ServerCertificate> certificate = new AtomicReference<>();
		ServerName server = ServerName.of(address, HTTPS);
		run(context, monitor -> certificate.set(CertificateProbe.fetch(server.host(), server.port(), LIMIT)));
		return certificate.get();
	}

	/** What takes a while. */
	@FunctionalInterface
	private interface Work {
		void run(IProgressMonitor monitor) throws Exception;
	}

	private static void run(IRunnableContext context, Work work) throws InvocationTargetException {
		try {
			context.run(true, true, monitor -> {
				monitor.beginTask(Messages.asking_server, IProgressMonitor.UNKNOWN);
				try {
					work.run(monitor);
				} catch (CancellationException cancelledByUser) {
					monitor.setCanceled(true);
				} catch (Exception e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InterruptedException e) {
			throw new InvocationTargetException(new IOException(Messages.interrupted, e));
		}
	}
}
