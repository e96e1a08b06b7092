package org.palisade.ui.internal.connection;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ServerCertificate;
import org.palisade.connections.Trust;
import org.palisade.operations.ConnectionReport;
import org.palisade.ui.internal.PalisadeUi;

/** The fields of a connection with the buttons and the result of its test. Only for the UI thread. */
final class ConnectionEditor {

	private final IRunnableContext context;
	private final ConnectionForm form;
	private final Runnable changed;
	private Button test;
	private Button look;
	private ReportTable report;

	/**
	 * @param context shows progress
	 * @param changed told of every change
	 */
	ConnectionEditor(String id, List<String> takenNames, List<FenceBackEnd> backEnds, IRunnableContext context, Runnable changed) {
		this.context = context;
		this.changed = changed;
		this.form = new ConnectionForm(id, takenNames, backEnds, this::edited);
	}

	Composite create(Composite parent) {
		Composite composite = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(form.create(composite));
		BackEndWatch.begin(composite, form::offer);
		Composite buttons = new Composite(composite, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
		test = button(buttons, Messages.test, this::test);
		look = button(buttons, Messages.look, this::look);
		report = new ReportTable(composite);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(report.control());
		return composite;
	}

	private static Button button(Composite parent, String text, Runnable action) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	ConnectionForm form() {
		return form;
	}

	private void edited() {
		if (report != null) {
			boolean sound = form.problem().isEmpty();
			test.setEnabled(sound);
			look.setEnabled(sound);
			report.clear();
			changed.run();
		}
	}

	void test() {
		try {
			Connection connection = form.connection();
			Optional<Secret> password = form.password();
			Optional<ConnectionReport> result = ConnectionTester.test(context, connection, password, form.secretOptions());
			result.ifPresent(report::show);
		} catch (InvocationTargetException e) {
			show(Messages.test_failed, e.getCause());
		}
	}

	private void look() {
		String address = form.connection().address();
		try {
			ServerCertificate certificate = ConnectionTester.fetch(context, address);
			if (new CertificateDialog(look.getShell(), address, certificate).open() == Window.OK) {
				form.pin(new Trust.Pinned(certificate.fingerprint(), address));
			}
		} catch (InvocationTargetException e) {
			show(NLS.bind(Messages.look_failed, address), e.getCause());
		}
	}

	private void show(String message, Throwable cause) {
		IStatus status = PalisadeUi.error(Optional.ofNullable(cause.getMessage()).orElse(cause.toString()), cause);
		ErrorDialog.openError(test.getShell(), null, message, status);
	}
}
