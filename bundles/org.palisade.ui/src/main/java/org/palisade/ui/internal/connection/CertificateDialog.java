package org.palisade.ui.internal.connection;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.palisade.connections.ServerCertificate;
import org.palisade.ui.internal.Help;

/** Shows a certificate and asks whether to trust exactly this one. What does not carry the server's name cannot be trusted. */
final class CertificateDialog extends TitleAreaDialog {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());
	private static final int WIDTH = 520;

	private final String address;
	private final ServerCertificate certificate;

	CertificateDialog(Shell parent, String address, ServerCertificate certificate) {
		super(parent);
		this.address = address;
		this.certificate = certificate;
		setHelpAvailable(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.certificate_title);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, Help.CERTIFICATE);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle(NLS.bind(Messages.certificate_of, address));
		if (!certificate.namesServer()) {
			setMessage(Messages.certificate_wrong_name, IMessageProvider.ERROR);
		} else if (!certificate.isValidAt(Instant.now())) {
			setMessage(Messages.certificate_expired, IMessageProvider.WARNING);
		} else {
			setMessage(Messages.certificate_compare, IMessageProvider.INFORMATION);
		}
		Composite fields = new Composite(area, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(fields);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
		field(fields, Messages.certificate_subject, certificate.subject());
		field(fields, Messages.certificate_issuer, certificate.issuer());
		field(fields, Messages.certificate_names, String.join(", ", certificate.names()));
		field(fields, Messages.certificate_from, DATE.format(certificate.validFrom()));
		field(fields, Messages.certificate_until, DATE.format(certificate.validUntil()));
		field(fields, Messages.certificate_fingerprint, certificate.fingerprint());
		return area;
	}

	private static void field(Composite parent, String title, String value) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(title);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
		Text text = new Text(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
		text.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.certificate_trust, false).setEnabled(certificate.namesServer());
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}
}
