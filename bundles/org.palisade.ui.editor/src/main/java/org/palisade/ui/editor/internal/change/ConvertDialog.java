package org.palisade.ui.editor.internal.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.palisade.cluster.ClusterConversion;
import org.palisade.cluster.ClusterDocument;
import org.palisade.cluster.ConfigurationFile;
import org.palisade.cluster.model.ClusterSyntaxException;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.ui.editor.internal.EditorIds;
import org.palisade.ui.internal.Accessibility;

/** Shows a configuration in another form, and what that form cannot say, before it is written to a new file. */
final class ConvertDialog extends TitleAreaDialog {

	private static final Point SIZE = new Point(860, 680);
	private static final int LOSSES_HEIGHT = 110;
	/** What pcs prints can be read, but nothing reads it but us. */
	private static final List<ConfigurationForm> TARGETS = List.of(ConfigurationForm.CLUSTER_CONF, ConfigurationForm.CIB, ConfigurationForm.PCS,
			ConfigurationForm.CRMSH);

	private final ClusterDocument document;
	private final IWorkbenchPage page;
	private final List<ConfigurationForm> targets = new ArrayList<>(TARGETS);
	private ClusterConversion conversion;
	private Combo form;
	private Text preview;
	private Table losses;

	ConvertDialog(Shell parent, ClusterDocument document, IWorkbenchPage page) {
		super(parent);
		this.document = document;
		this.page = page;
		targets.remove(document.configuration().form());
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.convert_title);
	}

	@Override
	protected Point getInitialSize() {
		return SIZE;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle(Messages.convert_title);
		Composite content = new Composite(area, SWT.NONE);
		content.setLayout(new GridLayout(2, false));
		content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		new Label(content, SWT.NONE).setText(Messages.convert_to);
		form = new Combo(content, SWT.READ_ONLY);
		form.setItems(targets.stream().map(FormNames::of).toArray(String[]::new));
		form.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> convert()));
		preview = new Text(content, SWT.MULTI | SWT.BORDER | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
		preview.setFont(JFaceResources.getTextFont());
		preview.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
		Accessibility.name(preview, Messages.convert_preview);
		losses = new Table(content, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
		data.heightHint = LOSSES_HEIGHT;
		losses.setLayoutData(data);
		Accessibility.name(losses, Messages.convert_losses);
		form.select(0);
		convert();
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.convert_save, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	private void convert() {
		conversion = ClusterConversion.of(document, targets.get(form.getSelectionIndex()));
		preview.setText(masked(conversion));
		losses.removeAll();
		conversion.losses().forEach(loss -> new TableItem(losses, SWT.NONE)
				.setText(loss.where().line() > 0 ? NLS.bind(Messages.convert_line, loss.where().line(), loss.description()) : loss.description()));
		boolean complete = conversion.losses().isEmpty();
		setMessage(complete ? Messages.convert_complete : NLS.bind(Messages.convert_lossy, conversion.losses().size()),
				complete ? IMessageProvider.NONE : IMessageProvider.WARNING);
	}

	private static String masked(ClusterConversion conversion) {
		try {
			return ClusterDocument.parse(conversion.text(), conversion.form()).maskedText();
		} catch (ClusterSyntaxException e) {
			return ClusterDocument.maskUnread(conversion.text());
		}
	}

	@Override
	protected void okPressed() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText(Messages.convert_title);
		dialog.setFileName(FormNames.file(conversion.form()));
		String chosen = dialog.open();
		if (chosen != null) {
			save(Path.of(chosen));
		}
	}

	/** Writes a new file, and opens it. */
	void save(Path file) {
		try {
			ConfigurationFile.create(file, conversion.text());
		} catch (IOException e) {
			StatusManager.getManager().handle(new Status(Status.ERROR, EditorIds.BUNDLE, NLS.bind(Messages.convert_failed, file), e),
					StatusManager.SHOW | StatusManager.LOG);
			return;
		}
		super.okPressed();
		OpenFile.open(page, file);
	}
}
