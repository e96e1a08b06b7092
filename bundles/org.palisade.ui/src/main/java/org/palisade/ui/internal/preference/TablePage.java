package org.palisade.ui.internal.preference;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.palisade.ui.internal.Accessibility;
import org.palisade.ui.internal.Help;

/** A page with a table and something below it. */
abstract class TablePage extends PreferencePage implements IWorkbenchPreferencePage {

	/** Texts of back ends are whole sentences; a page need not be as wide as the longest. */
	static final int WIDTH = 400;

	private static final int HEIGHT = 140;

	TablePage(String description) {
		setPreferenceStore(FencingPreferences.store());
		setDescription(description);
	}

	@Override
	public final void init(IWorkbench workbench) {
		// everything is in the store, or asked of services
	}

	@Override
	protected final Control createContents(Composite parent) {
		Composite contents = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(contents);
		fill(contents);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(contents, Help.PREFERENCES);
		return contents;
	}

	abstract void fill(Composite contents);

	static Table table(Composite parent, String name, String... titles) {
		Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
		table.setHeaderVisible(true);
		Accessibility.name(table, name);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
		for (String title : titles) {
			new TableColumn(table, SWT.NONE).setText(title);
		}
		return table;
	}

	static void pack(Table table) {
		for (TableColumn column : table.getColumns()) {
			column.pack();
		}
	}
}
