package org.palisade.ui.devices.internal;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.palisade.api.option.Secret;
import org.palisade.connections.ConnectionException;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.DevicePasswords;
import org.palisade.ui.internal.PalisadeUi;

/** Asks for the password of a device whose configuration gives none, and whether to keep it in secure storage. */
final class DevicePasswordDialog extends InputDialog {

	private boolean stored;

	private DevicePasswordDialog(Shell parent, ConfiguredDevice device) {
		super(parent, Messages.title_password, NLS.bind(Messages.password_question, new Object[] { device.name(), device.user().orElse("?"), server(device) }), "",
				text -> text.isEmpty() ? "" : null);
	}

	private static String server(ConfiguredDevice device) {
		return device.server().map(server -> server.host() + ':' + server.port()).orElse("?");
	}

	/**
	 * {@return what the user entered} Not for the UI thread.
	 *
	 * @throws CancellationException when he entered none
	 * @throws ConnectionException when it cannot be kept where he wants it
	 */
	static Secret ask(ConfiguredDevice device) throws ConnectionException {
		AtomicReference<DevicePasswordDialog> closed = new AtomicReference<>();
		AtomicReference<Secret> entered = new AtomicReference<>();
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
			DevicePasswordDialog dialog = new DevicePasswordDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), device);
			if (dialog.open() == Window.OK) {
				entered.set(Secret.of(dialog.getValue()));
			}
			closed.set(dialog);
		});
		Secret password = Optional.ofNullable(entered.get()).orElseThrow(CancellationException::new);
		PalisadeUi.instance().service(DevicePasswords.class).keep(device, password, closed.get().stored);
		return password;
	}

	@Override
	protected int getInputTextStyle() {
		return super.getInputTextStyle() | SWT.PASSWORD;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Button keep = new Button(area, SWT.CHECK);
		keep.setText(Messages.password_keep);
		keep.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> stored = keep.getSelection()));
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		getButton(IDialogConstants.OK_ID).setText(Messages.button_monitor);
	}
}
