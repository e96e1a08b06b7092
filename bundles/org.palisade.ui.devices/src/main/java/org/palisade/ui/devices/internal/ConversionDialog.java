package org.palisade.ui.devices.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.contentmergeviewer.TextMergeViewer;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.palisade.cluster.model.ConfigurationForm;
import org.palisade.ui.internal.Accessibility;

/** Shows what would be written beside what stands there now, secrets masked, and writes it when the user agrees. */
final class ConversionDialog extends TitleAreaDialog {

	private static final List<ConfigurationForm> FORMS = List.of(ConfigurationForm.CLUSTER_CONF, ConfigurationForm.CIB, ConfigurationForm.PCS,
			ConfigurationForm.CRMSH);
	private static final Point SIZE = new Point(900, 640);
	private static final int LINES_OF_LOSSES = 4;

	private final Path source;
	private final Optional<Path> fixedTarget;
	private ConfigurationForm form;
	private Optional<ConversionPreview> preview = Optional.empty();
	private Text target;
	private Text losses;
	private TextMergeViewer viewer;
	private Display display;

	/**
	 * @param source the file with the configuration
	 * @param form the form to begin with
	 * @param fixedTarget the file to replace; empty to ask for one, and for the form
	 */
	ConversionDialog(Shell parent, Path source, ConfigurationForm form, Optional<Path> fixedTarget) {
		super(parent);
		this.source = source;
		this.form = form;
		this.fixedTarget = fixedTarget;
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(fixedTarget.isPresent() ? Messages.title_import : Messages.title_export);
	}

	@Override
	protected Point getInitialSize() {
		return SIZE;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		display = parent.getDisplay();
		setTitle(fixedTarget.isPresent() ? Messages.title_import : Messages.title_export);
		setMessage(fixedTarget.isPresent() ? Messages.message_import : Messages.message_export);
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 8).applyTo(area);
		createForm(area);
		createTarget(area);
		viewer = createViewer(area);
		Label title = new Label(area, SWT.NONE);
		title.setText(Messages.losses_title);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(title);
		losses = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP);
		Accessibility.name(losses, Messages.losses_title);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(SWT.DEFAULT, losses.getLineHeight() * LINES_OF_LOSSES).applyTo(losses);
		return area;
	}

	private void createForm(Composite area) {
		new Label(area, SWT.NONE).setText(Messages.label_form);
		Combo forms = new Combo(area, SWT.READ_ONLY);
		FORMS.forEach(known -> forms.add(known.id()));
		forms.setText(form.id());
		forms.setEnabled(fixedTarget.isEmpty());
		forms.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			form = FORMS.get(forms.getSelectionIndex());
			preview();
		}));
		GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(forms);
	}

	private void createTarget(Composite area) {
		new Label(area, SWT.NONE).setText(Messages.label_file);
		target = new Text(area, SWT.BORDER | (fixedTarget.isPresent() ? SWT.READ_ONLY : SWT.NONE));
		target.setText(fixedTarget.map(Path::toString).orElse(""));
		target.addModifyListener(event -> preview());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(target);
		Button browse = new Button(area, SWT.PUSH);
		browse.setText(Messages.button_browse);
		browse.setEnabled(fixedTarget.isEmpty());
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
		setButtonLayoutData(browse);
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText(Messages.title_export);
		String chosen = dialog.open();
		if (chosen != null) {
			target.setText(chosen);
		}
	}

	private TextMergeViewer createViewer(Composite area) {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(Messages.side_now);
		configuration.setRightLabel(Messages.side_new);
		TextMergeViewer created = new TextMergeViewer(area, SWT.BORDER, configuration);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(created.getControl());
		return created;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.button_write, false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
		preview();
	}

	private Optional<Path> target() {
		try {
			return Optional.of(target.getText().strip()).filter(text -> !text.isEmpty()).map(Path::of).map(Path::toAbsolutePath);
		} catch (InvalidPathException notYetAPath) {
			return Optional.empty();
		}
	}

	/** Has the preview of what is chosen now computed by another thread, and shown if it is still what is chosen then. */
	private void preview() {
		getButton(IDialogConstants.OK_ID).setEnabled(false);
		ConfigurationForm wanted = form;
		Optional<Path> file = target();
		CompletableFuture.supplyAsync(() -> ConversionPreview.of(source, wanted, file)).thenAccept(made -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> show(made, wanted));
			}
		});
	}

	private void show(ConversionPreview made, ConfigurationForm wanted) {
		if (getShell() == null || getShell().isDisposed() || wanted != form || !made.target().equals(target())) {
			return;
		}
		preview = Optional.of(made);
		setErrorMessage(made.problem().orElse(null));
		viewer.setInput(new DiffNode(new PreviewText(made.before()), new PreviewText(made.after())));
		if (made.before().isEmpty()) {
			deselect(viewer.getControl());
		}
		losses.setText(made.losses().isEmpty() ? Messages.no_losses : made.losses());
		getButton(IDialogConstants.OK_ID).setEnabled(made.text().isPresent() && made.target().isPresent());
	}

	/** The viewer selects what differs, which is all of a new file. */
	private static void deselect(Control control) {
		if (control instanceof StyledText text) {
			text.setSelection(0);
		} else if (control instanceof Composite composite) {
			Stream.of(composite.getChildren()).forEach(ConversionDialog::deselect);
		}
	}

	@Override
	protected void okPressed() {
		preview.filter(made -> made.text().isPresent() && made.target().isPresent())
				.ifPresent(made -> new WriteJob(made.target().get(), made.text().get()).schedule());
		super.okPressed();
	}
}
