package org.palisade.ui.driver.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** What is on the screen, found as a user finds it: by its text or the label before it. Only for the UI thread. */
final class Screen {

	/** Of a list that is longer nobody sees more. */
	private static final int ROWS = 50;

	private Screen() {
	}

	private static List<Control> visible() {
		List<Control> controls = new ArrayList<>();
		for (Shell shell : Display.getCurrent().getShells()) {
			collect(shell, controls);
		}
		return controls;
	}

	private static void collect(Control control, List<Control> controls) {
		if (control.getVisible()) {
			controls.add(control);
			for (Control child : control instanceof Composite composite ? composite.getChildren() : new Control[0]) {
				collect(child, controls);
			}
		}
	}

	private static <T extends Control> T find(Class<T> type, Predicate<T> wanted, String text) {
		return visible().stream().filter(type::isInstance).map(type::cast).filter(wanted).findFirst()
				.orElseThrow(() -> new NoSuchElementException("there is no " + type.getSimpleName() + " " + text));
	}

	/** {@return every text that can be seen, a line each; the cells of a row with a bar between} */
	static List<String> texts() {
		List<String> texts = new ArrayList<>();
		visible().forEach(control -> addTexts(control, texts));
		return texts;
	}

	/** {@return the first line that the pattern matches somewhere} */
	static String line(Pattern pattern) {
		return texts().stream().filter(text -> pattern.matcher(text).find()).findFirst()
				.orElseThrow(() -> new NoSuchElementException("there is no line " + pattern));
	}

	/** Refuses a screen with such a line. */
	static void requireNoLine(Pattern pattern) {
		if (texts().stream().anyMatch(text -> pattern.matcher(text).find())) {
			throw new IllegalStateException("there is a line " + pattern);
		}
	}

	private static void addTexts(Control control, List<String> texts) {
		if (control instanceof Shell shell) {
			texts.add(shell.getText());
		} else if (control instanceof Label label) {
			texts.add(label.getText());
		} else if (control instanceof Link link) {
			texts.add(link.getText());
		} else if (control instanceof Button button) {
			texts.add(button.getText());
		} else if (control instanceof Combo combo) {
			texts.addAll(List.of(combo.getItems()));
		} else if (control instanceof Text text && (text.getStyle() & SWT.PASSWORD) == 0) {
			texts.add(text.getText());
		} else if (control instanceof Tree || control instanceof Table) {
			rows(control).forEach(row -> texts.add(cells(row)));
		}
	}

	private static List<Item> rows(Control control) {
		List<Item> rows = new ArrayList<>();
		if (control instanceof Table table) {
			for (int i = 0; i < Math.min(table.getItemCount(), ROWS); i++) {
				rows.add(table.getItem(i));
			}
		} else if (control instanceof Tree tree) {
			for (int i = 0; i < Math.min(tree.getItemCount(), ROWS); i++) {
				collect(tree.getItem(i), rows);
			}
		}
		return rows;
	}

	private static void collect(TreeItem item, List<Item> rows) {
		// A virtual row has its text, and what is below it, only once somebody has asked for the text.
		item.getText();
		rows.add(item);
		for (int i = 0; item.getExpanded() && i < Math.min(item.getItemCount(), ROWS); i++) {
			collect(item.getItem(i), rows);
		}
	}

	private static String cells(Item row) {
		List<String> cells = new ArrayList<>(List.of(row.getText()));
		int columns = row instanceof TableItem item ? item.getParent().getColumnCount() : ((TreeItem) row).getParent().getColumnCount();
		for (int i = 1; i < columns; i++) {
			cells.add(row instanceof TableItem item ? item.getText(i) : ((TreeItem) row).getText(i));
		}
		return String.join(" | ", cells);
	}

	private static Item row(String text) {
		return visible().stream().flatMap(control -> rows(control).stream()).filter(row -> row.getText().equals(text)).findFirst()
				.orElseThrow(() -> new NoSuchElementException("there is no row " + text));
	}

	/** Selects the row that begins with this text. */
	static void select(String text) {
		if (row(text) instanceof TreeItem item) {
			item.getParent().setFocus();
			item.getParent().setSelection(item);
			item.getParent().notifyListeners(SWT.Selection, new Event());
		} else if (row(text) instanceof TableItem item) {
			item.getParent().setFocus();
			item.getParent().setSelection(item);
			item.getParent().notifyListeners(SWT.Selection, new Event());
		}
	}

	/** Expands the row of a tree. */
	static void expand(String text) {
		if (row(text) instanceof TreeItem item) {
			item.setExpanded(true);
			Event event = new Event();
			event.item = item;
			item.getParent().notifyListeners(SWT.Expand, event);
		}
	}

	private static <T extends Control> T beside(Class<T> type, String label) {
		Label before = find(Label.class, candidate -> candidate.getText().replace("&", "").equals(label), label);
		List<Control> siblings = List.of(before.getParent().getChildren());
		Control next = siblings.get(siblings.indexOf(before) + 1);
		return type.cast(type.isInstance(next) ? next : Stream.of(((Composite) next).getChildren()).filter(type::isInstance).findFirst().orElseThrow());
	}

	/** Types into the field beside a label, or that shows {@code label} while it is empty. */
	static void type(String label, String text) {
		Text field = visible().stream().filter(Text.class::isInstance).map(Text.class::cast).filter(candidate -> candidate.getMessage().equals(label))
				.findFirst().orElseGet(() -> beside(Text.class, label));
		field.setText(text);
	}

	/** Chooses the entry that begins with a text. */
	static void choose(String label, String beginning) {
		Combo combo = beside(Combo.class, label);
		int index = Stream.of(combo.getItems()).map(item -> item.startsWith(beginning)).toList().indexOf(true);
		if (index < 0) {
			throw new NoSuchElementException("there is none that begins with " + beginning);
		}
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
	}

	/** Presses a button. Returns before what it does is done: it may open a dialog. */
	static void press(String text) {
		Button button = find(Button.class, candidate -> candidate.getText().replace("&", "").equals(text), text);
		if (!button.isEnabled()) {
			throw new IllegalStateException("is disabled");
		}
		if ((button.getStyle() & SWT.RADIO) != 0) {
			Stream.of(button.getParent().getChildren()).filter(Button.class::isInstance).map(Button.class::cast)
					.filter(other -> (other.getStyle() & SWT.RADIO) != 0).forEach(other -> other.setSelection(other == button));
		}
		button.getDisplay().asyncExec(() -> button.notifyListeners(SWT.Selection, new Event()));
	}

	/** Writes a picture of the whole display to a file. */
	static void photograph(String file) {
		Display display = Display.getCurrent();
		Image image = new Image(display, display.getBounds().width, display.getBounds().height);
		GC gc = new GC(display);
		try {
			gc.copyArea(image, 0, 0);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			loader.save(file, SWT.IMAGE_PNG);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
