package org.palisade.ui.editor.internal.form;

import java.util.List;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.palisade.cluster.model.Finding;
import org.palisade.cluster.model.QuickFix;
import org.palisade.cluster.model.Severity;
import org.palisade.ui.editor.internal.text.Analysis;
import org.palisade.ui.editor.internal.text.Fixes;

/** Tells in the head of a form what was found; a click there offers the fixes. */
final class FindingsBar {

	private final ScrolledForm form;
	private final ClusterConfEditor editor;
	private Menu menu;

	FindingsBar(ScrolledForm form, ClusterConfEditor editor) {
		this.form = form;
		this.editor = editor;
		form.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
			@Override
			public void linkActivated(HyperlinkEvent event) {
				openMenu();
			}
		});
		form.addDisposeListener(event -> closeMenu());
	}

	void show(Analysis analysis) {
		if (analysis.problem().isPresent()) {
			form.setMessage(NLS.bind(Messages.unreadable, analysis.problem().get().getMessage()), IMessageProvider.ERROR);
			return;
		}
		long errors = count(analysis, Severity.ERROR);
		long warnings = count(analysis, Severity.WARNING);
		if (analysis.findings().isEmpty()) {
			form.setMessage(null, IMessageProvider.NONE);
		} else {
			int type = errors > 0 ? IMessageProvider.ERROR : warnings > 0 ? IMessageProvider.WARNING : IMessageProvider.INFORMATION;
			form.setMessage(NLS.bind(Messages.findings, new Object[] { errors, warnings, count(analysis, Severity.NOTE) }), type);
		}
	}

	private static long count(Analysis analysis, Severity severity) {
		return analysis.findings().stream().filter(finding -> finding.severity() == severity).count();
	}

	/** Opens the list of what was found. */
	void openMenu() {
		Analysis analysis = editor.model().analysis();
		if (analysis.problem().isPresent()) {
			editor.showSource();
			editor.source().revealLine(analysis.problem().get().line());
			return;
		}
		closeMenu();
		menu = createMenu(form, analysis.findings());
		menu.setVisible(true);
	}

	private Menu createMenu(Control control, List<Finding> findings) {
		Menu list = new Menu(control);
		for (Finding finding : findings) {
			MenuItem item = new MenuItem(list, SWT.CASCADE);
			item.setText(finding.message().replace("&", "&&"));
			Menu choices = new Menu(item);
			item.setMenu(choices);
			finding.fixes().forEach(fix -> addFix(choices, finding, fix));
			MenuItem show = new MenuItem(choices, SWT.PUSH);
			show.setText(Messages.show_in_source);
			show.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> editor.show(finding)));
		}
		return list;
	}

	private void addFix(Menu choices, Finding finding, QuickFix fix) {
		MenuItem item = new MenuItem(choices, SWT.PUSH);
		item.setText(fix.label().replace("&", "&&"));
		item.setToolTipText(Fixes.explain(finding, fix));
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> Fixes.apply(editor.model(), finding, fix)));
	}

	private void closeMenu() {
		if (menu != null) {
			menu.dispose();
			menu = null;
		}
	}
}
