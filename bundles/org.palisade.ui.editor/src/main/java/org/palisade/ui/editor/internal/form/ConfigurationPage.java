package org.palisade.ui.editor.internal.form;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.palisade.cluster.ClusterDocument;
import org.palisade.ui.editor.internal.EditorIds;
import org.palisade.ui.editor.internal.text.Analysis;
import org.palisade.ui.editor.internal.text.ConfigurationModel;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Help;

/** What the forms have in common: they show what the text says now, tell what was found in it, and rest while it cannot be read. */
abstract class ConfigurationPage extends FormPage {

	private final ClusterConfEditor editor;
	private final PendingEdit pending = new PendingEdit();
	private FindingsBar findings;

	ConfigurationPage(ClusterConfEditor editor, String id, String title) {
		super(editor, id, title);
		this.editor = editor;
	}

	final ConfigurationModel model() {
		return editor.model();
	}

	@Override
	protected final void createFormContent(IManagedForm managed) {
		FormToolkit toolkit = managed.getToolkit();
		ScrolledForm form = managed.getForm();
		form.setText(getTitle());
		toolkit.decorateFormHeading(form.getForm());
		addCommand(form.getToolBarManager(), EditorIds.MIGRATE);
		addCommand(form.getToolBarManager(), EditorIds.CONVERT);
		form.updateToolBar();
		managed.addPart(pending);
		findings = new FindingsBar(form, editor);
		createBody(form.getBody(), toolkit);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(form.getBody(), Help.EDITOR);
		model().addListener(this::show);
		show(model().analysis());
	}

	private void addCommand(IToolBarManager bar, String command) {
		IContributionItem item = new CommandContributionItem(
				new CommandContributionItemParameter(getSite(), null, command, CommandContributionItem.STYLE_PUSH));
		bar.add(item);
	}

	private void show(Analysis analysis) {
		ScrolledForm form = getManagedForm().getForm();
		if (form.isDisposed()) {
			return;
		}
		findings.show(analysis);
		form.getBody().setVisible(analysis.document().isPresent());
		analysis.document().ifPresent(document -> show(document, analysis));
	}

	/** {@return a section with room for something below its title; without a bar for it, because GTK paints what is below in the color of the bar} */
	static Composite section(Composite parent, FormToolkit toolkit, String title, String description, int columns) {
		Section section = toolkit.createSection(parent, description.isEmpty() ? SWT.NONE : Section.DESCRIPTION);
		section.setText(title);
		if (!description.isEmpty()) {
			section.setDescription(description);
		}
		section.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		Composite client = toolkit.createComposite(section);
		// The dark theme has forms force their background upon all that is in them, and GTK then paints what is below the rows of a tree white.
		client.setBackgroundMode(SWT.INHERIT_DEFAULT);
		GridLayout layout = new GridLayout(columns, false);
		layout.marginWidth = 2;
		client.setLayout(layout);
		section.setClient(client);
		return client;
	}

	/** {@return the two sides of a page, with room to move between them} */
	static SashForm sides(Composite body, FormToolkit toolkit) {
		body.setLayout(new GridLayout());
		SashForm sash = new SashForm(body, SWT.HORIZONTAL);
		toolkit.adapt(sash, false, false);
		sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		return sash;
	}

	/** Has a list or tree take all room beside its buttons, and gives it a name for screen readers. */
	static void fill(Control rows, FormToolkit toolkit, String name) {
		toolkit.adapt(rows, true, true);
		rows.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		Accessibility.name(rows, name);
	}

	/** {@return a column for buttons, beside a list or tree} */
	static Composite buttons(Composite parent, FormToolkit toolkit) {
		Composite buttons = toolkit.createComposite(parent);
		buttons.setLayout(new GridLayout());
		buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
		return buttons;
	}

	/** {@return a button in a column of buttons} */
	static Button button(Composite parent, FormToolkit toolkit, String text, Runnable action) {
		Button button = toolkit.createButton(parent, text, SWT.PUSH);
		button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	/** {@return what notes that somebody is typing} */
	final PendingEdit pending() {
		return pending;
	}

	/** {@return a label above or beside something} */
	static Label label(Composite parent, FormToolkit toolkit, String text) {
		return toolkit.createLabel(parent, text);
	}

	abstract void createBody(Composite body, FormToolkit toolkit);

	abstract void show(ClusterDocument document, Analysis analysis);
}
