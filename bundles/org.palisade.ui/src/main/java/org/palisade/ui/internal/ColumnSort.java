package org.palisade.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/**
 * By which column a table is sorted. A click on a title chooses it, and so does the submenu "Sort By" in the menu of the view, which needs no mouse. It is
 * remembered from one session to the next. Only for the UI thread.
 *
 * @param <C> the columns, each of which is the data of a column of the table
 */
public final class ColumnSort<C extends Enum<C>> {

	private static final String COLUMN = "column";
	private static final String DESCENDING = "descending";

	private final IDialogSettings kept;
	private final Runnable changed;
	private final List<ColumnAction> actions = new ArrayList<>();
	private final IAction ascending = new AscendingAction();
	private C column;
	private boolean descending;

	/**
	 * @param table has its columns already
	 * @param name under which the choice is remembered
	 * @param first the column by which it is sorted while nobody has chosen another one
	 * @param descending whether the last comes first then
	 * @param changed told of every choice
	 */
	public ColumnSort(Table table, String name, C first, boolean descending, Runnable changed) {
		this.changed = changed;
		kept = DialogSettings.getOrCreateSection(PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(ColumnSort.class)).getDialogSettings(), name);
		column = first;
		this.descending = descending;
		for (TableColumn title : table.getColumns()) {
			C shown = first.getDeclaringClass().cast(title.getData());
			actions.add(new ColumnAction(title, shown));
			title.addListener(SWT.Selection, event -> choose(shown, column == shown && !this.descending));
			if (shown.name().equals(kept.get(COLUMN))) {
				column = shown;
				this.descending = kept.getBoolean(DESCENDING);
			}
		}
		show();
	}

	/** {@return the column by which it is sorted} */
	public C column() {
		return column;
	}

	/** {@return whether the last comes first} */
	public boolean isDescending() {
		return descending;
	}

	/** {@return the submenu, for the menu of the view} */
	public IContributionItem menu() {
		MenuManager menu = new MenuManager(Messages.sort_by);
		actions.forEach(menu::add);
		menu.add(new Separator());
		menu.add(ascending);
		return menu;
	}

	/** Says whether the table is what the view shows, without which a choice would show nothing. */
	public void setEnabled(boolean enabled) {
		Stream.concat(actions.stream(), Stream.of(ascending)).forEach(action -> action.setEnabled(enabled));
	}

	private void choose(C chosen, boolean lastFirst) {
		column = chosen;
		descending = lastFirst;
		kept.put(COLUMN, chosen.name());
		kept.put(DESCENDING, lastFirst);
		show();
		changed.run();
	}

	private void show() {
		for (ColumnAction action : actions) {
			action.setChecked(action.shown == column);
			if (action.shown == column) {
				action.title.getParent().setSortColumn(action.title);
				action.title.getParent().setSortDirection(descending ? SWT.DOWN : SWT.UP);
			}
		}
		ascending.setChecked(!descending);
	}

	/** Sorts by a column, in the direction that it is sorted in already. */
	private final class ColumnAction extends Action {

		private final TableColumn title;
		private final C shown;

		ColumnAction(TableColumn title, C shown) {
			super(title.getText(), IAction.AS_RADIO_BUTTON);
			this.title = title;
			this.shown = shown;
		}

		@Override
		public void run() {
			// The one that was chosen before is told as well.
			if (isChecked() && column != shown) {
				choose(shown, descending);
			}
		}
	}

	/** Turns the order round. */
	private final class AscendingAction extends Action {

		AscendingAction() {
			super(Messages.sort_ascending, IAction.AS_CHECK_BOX);
		}

		@Override
		public void run() {
			choose(column, !isChecked());
		}
	}
}
