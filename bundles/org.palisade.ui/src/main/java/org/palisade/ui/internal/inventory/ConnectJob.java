package org.palisade.ui.internal.inventory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.palisade.api.FenceException;
import org.palisade.api.FenceProblem;
import org.palisade.api.SessionContext;
import org.palisade.api.inventory.InventoryService;
import org.palisade.api.option.OptionValues;
import org.palisade.api.option.StandardOptions;
import org.palisade.api.time.Cancellation;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionOptions;
import org.palisade.connections.Credentials;
import org.palisade.connections.PasswordSource;
import org.palisade.core.backend.BackEndRegistry;
import org.palisade.core.engine.PasswordScript;
import org.palisade.core.option.CheckedOptions;
import org.palisade.core.option.FenceAction;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.connection.Passwords;
import org.palisade.ui.internal.console.FenceConsole;
import org.palisade.ui.internal.preference.FencingPreferences;
import org.palisade.api.time.Deadline;
import org.palisade.api.time.MonotonicClock;

/** Opens the feed of a connection: finds the password, which may ask the user or run a script, and leaves the rest to the feed. */
final class ConnectJob extends Job {

	private static final Duration SCRIPT_LIMIT = Duration.ofSeconds(10);

	private final ConnectionInventory inventory;
	private final Optional<ConnectionInventory> former;

	ConnectJob(ConnectionInventory inventory, Optional<ConnectionInventory> former) {
		super(NLS.bind(Messages.connecting, inventory.connection().name()));
		this.inventory = inventory;
		this.former = former;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		former.ifPresent(ConnectionInventory::close);
		try {
			open(inventory.connection());
		} catch (FenceException e) {
			inventory.fail(e.problem());
		} catch (ConnectionException e) {
			inventory.fail(new FenceProblem(FenceProblem.Kind.OPTION, e.getMessage(), ""));
		} catch (CancellationException e) {
			inventory.fail(new FenceProblem(FenceProblem.Kind.CANCELLED, Messages.no_password, Messages.no_password_advice));
		}
		return Status.OK_STATUS;
	}

	private void open(Connection connection) throws FenceException, ConnectionException {
		InventoryService service = PalisadeUi.instance().services(InventoryService.class).stream()
				.filter(candidate -> candidate.types().contains(connection.backEndType())).findFirst().orElseThrow(() -> new FenceException(FenceProblem.Kind.OPTION, NLS.bind(Messages.no_inventory, connection.backEndType()),
						Messages.no_inventory_advice));
		OptionValues options = options(connection, Passwords.credentials(connection));
		Duration answerLimit = Duration.ofSeconds(connection.timeouts().answer());
		inventory.attach(service.open(options, new SessionContext(Cancellation.never(), FenceConsole.diagnostics(connection.name()), answerLimit), inventory));
	}

	private static OptionValues options(Connection connection, Credentials credentials) throws FenceException {
		CheckedOptions checked = ConnectionOptions.check(connection, credentials, Optional.empty(), FenceAction.MONITOR,
				FencingPreferences.engineOptions(connection.backEndType()), PalisadeUi.instance().service(BackEndRegistry.class).installed());
		if (checked instanceof CheckedOptions.Rejected rejected) {
			throw new FenceException(rejected.problems().get(0));
		}
		OptionValues values = ((CheckedOptions.Accepted) checked).values();
		if (connection.password() instanceof PasswordSource.Script script) {
			Deadline deadline = Deadline.in(SCRIPT_LIMIT, MonotonicClock.system());
			return values.with(StandardOptions.PASSWORD, PasswordScript.run(StandardOptions.PASSWORD_SCRIPT, script.path(), deadline,
					Cancellation.never()));
		}
		return values;
	}
}
