package org.palisade.ui.internal.connection;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.Credentials;
import org.palisade.connections.PasswordSource;
import org.palisade.ui.internal.PalisadeUi;

/** Finds passwords, by asking the user where nobody else knows. */
public final class Passwords {

	private Passwords() {
	}

	/**
	 * {@return the password of a connection, empty when a script gives it or none is needed} Not for the UI thread.
	 *
	 * @throws ConnectionException when secure storage cannot be read
	 * @throws CancellationException when the user did not enter one
	 */
	public static Optional<Secret> of(Connection connection) throws ConnectionException {
		if (connection.password() instanceof PasswordSource.Script || connection.password() instanceof PasswordSource.None) {
			return Optional.empty();
		}
		ConnectionStore store = PalisadeUi.instance().service(ConnectionStore.class);
		Optional<Secret> known = store.password(connection);
		if (known.isPresent()) {
			return known;
		}
		Secret entered = ask(connection).orElseThrow(CancellationException::new);
		store.remember(connection, entered);
		return Optional.of(entered);
	}

	/**
	 * {@return all secrets of a connection, the password as by {@link #of}}
	 *
	 * @throws ConnectionException when secure storage cannot be read
	 * @throws CancellationException when the user did not enter a password
	 */
	public static Credentials credentials(Connection connection) throws ConnectionException {
		return new Credentials(of(connection), PalisadeUi.instance().service(ConnectionStore.class).secretOptions(connection));
	}

	private static Optional<Secret> ask(Connection connection) {
		AtomicReference<Secret> entered = new AtomicReference<>();
		Display display = PlatformUI.getWorkbench().getDisplay();
		display.syncExec(() -> {
			Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
			InputDialog dialog = new InputDialog(shell, Messages.password_title, NLS.bind(Messages.password_message, connection.user(), connection.name()), "",
					text -> text.isEmpty() ? "" : null) {
				@Override
				protected int getInputTextStyle() {
					return super.getInputTextStyle() | SWT.PASSWORD;
				}
			};
			if (dialog.open() == Window.OK) {
				entered.set(Secret.of(dialog.getValue()));
			}
		});
		return Optional.ofNullable(entered.get());
	}
}
