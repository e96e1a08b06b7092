package org.palisade.ui.editor.internal.preview;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareViewerPane;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.contentmergeviewer.TextMergeViewer;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.palisade.ui.internal.Accessibility;

/** A text before and after a change, side by side. The texts that it is given are those that may be shown: secrets are masked in them. */
public final class ChangePreview extends TitleAreaDialog {

	private static final Point SIZE = new Point(1000, 640);
	private static final int NOTES_HEIGHT = 90;

	/**
	 * What is shown.
	 *
	 * @param title what is about to be done, for the title
	 * @param message the same in a sentence
	 * @param button what the button says that does it
	 * @param before the text before, secrets masked
	 * @param after the text afterwards, secrets masked
	 * @param notes what has to be known of it, a line each
	 */
	public record Change(String title, String message, String button, String before, String after, List<String> notes) {
		/** Copies the list. */
		public Change {
			notes = List.copyOf(notes);
		}
	}

	private final Change change;

	/** @param change what is shown */
	public ChangePreview(Shell parent, Change change) {
		super(parent);
		this.change = change;
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(change.title());
	}

	@Override
	protected Point getInitialSize() {
		return SIZE;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle(change.title());
		setMessage(change.message());
		Composite content = new Composite(area, SWT.NONE);
		content.setLayout(new GridLayout());
		content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		createComparison(content);
		if (!change.notes().isEmpty()) {
			createNotes(content);
		}
		return area;
	}

	private void createComparison(Composite parent) {
		CompareConfiguration configuration = new CompareConfiguration();
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(Messages.before);
		configuration.setRightLabel(Messages.after);
		CompareViewerPane pane = new CompareViewerPane(parent, SWT.BORDER | SWT.FLAT);
		pane.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		pane.setText(Messages.masked);
		TextMergeViewer viewer = new TextMergeViewer(pane, configuration);
		pane.setContent(viewer.getControl());
		viewer.setInput(new DiffNode(new Side(Messages.before, change.before()), new Side(Messages.after, change.after())));
		viewer.getControl().addDisposeListener(event -> configuration.dispose());
	}

	private void createNotes(Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		frame.setLayout(new FillLayout());
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
		data.heightHint = NOTES_HEIGHT;
		frame.setLayoutData(data);
		Table notes = new Table(frame, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		Accessibility.name(notes, Messages.notes);
		change.notes().forEach(note -> new TableItem(notes, SWT.NONE).setText(note));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, change.button(), true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	/** One side of the comparison. */
	private record Side(String name, String text) implements ITypedElement, IEncodedStreamContentAccessor {

		@Override
		public String getName() {
			return name;
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public String getType() {
			return ITypedElement.TEXT_TYPE;
		}

		@Override
		public InputStream getContents() {
			return new ByteArrayInputStream(text.getBytes(charset()));
		}

		@Override
		public String getCharset() {
			return charset().name();
		}

		private static Charset charset() {
			return StandardCharsets.UTF_8;
		}
	}
}
