package org.palisade.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** What a user can read, and what a screen reader reads to him. Only for the UI thread. */
final class ShownTexts {

	private static final Pattern ENGLISH_WORD = Pattern.compile("[A-Za-z]{2,}");

	private final List<String> texts = new ArrayList<>();

	private ShownTexts() {
	}

	/** {@return all texts of a control and of what is in it} */
	static List<String> of(Control root) {
		ShownTexts shown = new ShownTexts();
		shown.collect(root);
		return shown.texts;
	}

	/** {@return those with words in Latin letters and without a Chinese character} */
	static Set<String> notChinese(List<String> texts) {
		return texts.stream().filter(text -> ENGLISH_WORD.matcher(text).find()).filter(text -> text.codePoints().noneMatch(Character::isIdeographic))
				.collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
	}

	private void collect(Control control) {
		if (!control.isVisible()) {
			return;
		}
		add(control.getToolTipText(), AccessibleNames.ownName(control));
		if (control instanceof Label label) {
			add(label.getText());
		} else if (control instanceof CLabel label) {
			add(label.getText());
		} else if (control instanceof Button button) {
			add(button.getText());
		} else if (control instanceof Link link) {
			add(link.getText().replaceAll("<.*?>", ""));
		} else if (control instanceof Group group) {
			add(group.getText());
		} else if (control instanceof Text text) {
			add(text.getText(), text.getMessage());
		} else if (control instanceof Combo combo) {
			add(combo.getItems());
		} else if (control instanceof Table table) {
			Stream.of(table.getColumns()).map(TableColumn::getText).forEach(this::add);
			Stream.of(table.getItems()).limit(20).forEach(item -> addCells(item, table.getColumnCount()));
		} else if (control instanceof Tree tree) {
			Stream.of(tree.getColumns()).map(TreeColumn::getText).forEach(this::add);
			Stream.of(tree.getItems()).limit(20).forEach(item -> addCells(item, tree.getColumnCount()));
		} else if (control instanceof ToolBar bar) {
			Stream.of(bar.getItems()).map(ToolItem::getToolTipText).forEach(this::add);
			Stream.of(bar.getItems()).map(ToolItem::getText).forEach(this::add);
		} else if (control instanceof CTabFolder tabs) {
			Stream.of(tabs.getItems()).map(CTabItem::getText).forEach(this::add);
		}
		if (control instanceof Composite composite) {
			Stream.of(composite.getChildren()).forEach(this::collect);
		}
	}

	private void addCells(TableItem item, int columns) {
		for (int column = 0; column < Math.max(1, columns); column++) {
			add(item.getText(column));
		}
	}

	private void addCells(TreeItem item, int columns) {
		for (int column = 0; column < Math.max(1, columns); column++) {
			add(item.getText(column));
		}
		if (item.getExpanded()) {
			Stream.of(item.getItems()).limit(20).forEach(child -> addCells(child, columns));
		}
	}

	/** {@return the texts of a menu, as they are when it is opened, and of those in it} */
	static List<String> of(Menu menu) {
		List<String> texts = new ArrayList<>();
		menu.notifyListeners(SWT.Show, new Event());
		for (MenuItem item : menu.getItems()) {
			texts.add(item.getText().replaceAll("\t.*", ""));
			if (item.getMenu() != null) {
				texts.addAll(of(item.getMenu()));
			}
		}
		menu.notifyListeners(SWT.Hide, new Event());
		return texts;
	}

	private void add(String... more) {
		for (String text : more) {
			if (text != null && !text.isBlank()) {
				texts.add(text);
			}
		}
	}
}
