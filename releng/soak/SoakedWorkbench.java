import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.palisade.api.Diagnostics;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.FenceException;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryBatch;
import org.palisade.api.inventory.InventoryConsumer;
import org.palisade.api.inventory.InventoryFeed;
import org.palisade.api.inventory.InventoryObject;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.Secret;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;
import org.palisade.backend.esx.internal.EsxBackEnd;
import org.palisade.connections.Connection;
import org.palisade.connections.Credentials;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.engine.FenceOutcome;
import org.palisade.core.option.FenceAction;
import org.palisade.inventory.internal.VSphereInventoryService;
import org.palisade.operations.Operation;
import org.palisade.operations.OperationObserver;
import org.palisade.operations.OperationRunner;
import org.palisade.operations.Phase;

/**
 * The connection of a workbench without its windows: an inventory feed that stays open, one that is opened and closed again and again, and operations
 * on the way that the workbench takes. Arguments: address, user name and the certificate's fingerprint. The first line of standard input is the password,
 * each further one is a round; one of standard output tells what came of it.
 */
public final class SoakedWorkbench {

	private static final int OPERATIONS_AT_ONCE = 2;
	private static final Duration ANSWER = Duration.ofSeconds(10);

	private final VSphereInventoryService inventories = new VSphereInventoryService();
	private final ExecutorService workers = Executors.newFixedThreadPool(OPERATIONS_AT_ONCE);
	private final AtomicLong changes = new AtomicLong();
	private final Connection connection;
	private final Secret password;
	private final String fingerprint;
	private final OperationRunner runner;

	private SoakedWorkbench(String address, String user, Secret password, String fingerprint) throws ReflectiveOperationException {
		this.password = password;
		this.fingerprint = fingerprint;
		this.connection = new Connection("soaked", "soaked", address, user, "esx", new Trust.Pinned(fingerprint, address),
				new PasswordSource.SecureStorage(), Timeouts.DEFAULT, Optional.empty(), Map.of());
		BackEndRegistry backEnds = new BackEndRegistry();
		// What the component runtime does, which is not there.
		Method add = BackEndRegistry.class.getDeclaredMethod("addBackEnd", FenceBackEnd.class, Map.class);
		add.setAccessible(true);
		add.invoke(backEnds, new EsxBackEnd(null), Map.of());
		this.runner = new OperationRunner(backEnds);
	}

	public static void main(String[] arguments) throws Exception {
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		new SoakedWorkbench(arguments[0], arguments[1], Secret.of(lines.readLine()), arguments[2]).run(lines);
	}

	private void run(BufferedReader rounds) throws IOException, FenceException, InterruptedException, ExecutionException {
		InventoryFeed feed = open();
		System.out.println("ready");
		while (rounds.readLine() != null) {
			feed.retryNow();
			InventoryFeed passing = open();
			String came = operate();
			close(passing);
			System.out.println(came + ", " + feed.snapshot().count(InventoryObject.Kind.VIRTUAL_MACHINE) + " machines, " + changes.get() + " changes");
		}
		close(feed);
		workers.shutdown();
	}

	private String operate() throws InterruptedException, ExecutionException {
		List<Future<FenceOutcome>> outcomes = new ArrayList<>();
		for (FenceAction action : List.of(FenceAction.STATUS, FenceAction.OFF, FenceAction.ON, FenceAction.REBOOT, FenceAction.MONITOR)) {
			for (String plug : List.of("node00021", "node00022")) {
				Operation operation = new Operation(connection, new Credentials(Optional.of(password), Map.of()), action, Optional.of(plug));
				outcomes.add(workers.submit(() -> runner.run(operation, Cancellation.never(), new Silence()).outcome()));
			}
		}
		int succeeded = 0;
		for (Future<FenceOutcome> outcome : outcomes) {
			succeeded += outcome.get() instanceof FenceOutcome.Succeeded ? 1 : 0;
		}
		return "operations: " + succeeded + " of " + outcomes.size();
	}

	private InventoryFeed open() throws FenceException {
		Map<String, Object> options = Map.of(StandardOptions.IP, connection.address(), StandardOptions.USERNAME, connection.user(),
				StandardOptions.PASSWORD, password, StandardOptions.SSL_FINGERPRINT, fingerprint);
		return inventories.open(new OptionValues(options, options.keySet()), new SessionContext(Cancellation.never(), new Silence(), ANSWER),
				new Counter());
	}

	private static void close(InventoryFeed feed) {
		feed.close(Deadline.in(ANSWER, MonotonicClock.system()));
	}

	/** A view that is always up to date. */
	private final class Counter implements InventoryConsumer {
		@Override
		public void changed(InventoryBatch batch) {
			changes.incrementAndGet();
		}
	}

	/** Nobody looks. */
	private static final class Silence implements OperationObserver, Diagnostics {
		@Override
		public void limited(Duration limit) {
			// nobody looks
		}

		@Override
		public void phase(Phase phase) {
			// nobody looks
		}

		@Override
		public void warning(String message) {
			// nobody looks
		}

		@Override
		public void detail(String message) {
			// nobody looks
		}
	}
}
