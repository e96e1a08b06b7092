package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.palisade.operations.HistoryEntry;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.history.HistoryView;
import org.palisade.ui.internal.inventory.InventoryView;

/** Does with the keyboard alone what a user of the workbench does: adds a server, finds a machine, asks for its status, fences it, looks at the history. */
@EnabledIf(value = "org.palisade.ui.tests.Keys#canBePressed", disabledReason = "xdotool is not installed, which presses the keys")
class KeyboardTest {

	private static final String MACHINE = "node00042";

	private InventoryView view;

	@BeforeEach
	void open() {
		Workbench.open();
		Workbench.removeConnections();
		view = Workbench.showInventory();
		activateWindow();
	}

	/** What a window manager does when a dialog is closed. */
	private static void activateWindow() {
		Ui.run(() -> Workbench.page().getWorkbenchWindow().getShell().forceActive());
	}

	@AfterEach
	void close() {
		Ui.run(() -> Widgets.shell("Fence (Off)").ifPresent(Shell::close));
		Workbench.removeConnections();
	}

	private static Control focus() {
		return Ui.get(() -> Ui.display().getFocusControl());
	}

	private static <T extends Control> T awaitFocus(String what, Class<T> type) {
		Ui.await("focus on " + what, () -> type.isInstance(Ui.display().getFocusControl()));
		return type.cast(focus());
	}

	private static List<HistoryEntry> await(int count) {
		Ui.await("operation " + count, () -> PalisadeUi.instance().history().entries().size() >= count);
		return PalisadeUi.instance().history().entries();
	}

	@Test
	void fencesWithoutAMouse() {
		int before = PalisadeUi.instance().history().entries().size();
		addSimulatedServer();
		find();
		Keys.press("ctrl+alt+s");
		assertEquals("IS_ON", await(before + 1).get(before).outcome());

		Keys.press("ctrl+alt+f");
		Ui.await("question", () -> Widgets.shell("Fence (Off)").isPresent());
		assertEquals("Cancel", Ui.get(awaitFocus("Cancel", Button.class)::getText));
		Keys.press("Return");
		Ui.await("no question", () -> Widgets.shell("Fence (Off)").isEmpty());
		activateWindow();
		awaitFocus("the rows", Table.class);
		assertEquals(before + 1, PalisadeUi.instance().history().entries().size());

		Keys.press("ctrl+alt+f");
		Ui.await("question", () -> Widgets.shell("Fence (Off)").isPresent());
		awaitFocus("Cancel", Button.class);
		Keys.press("shift+Tab");
		Ui.await("focus on the other button", () -> Ui.display().getFocusControl() instanceof Button button && button.getText().equals("Fence (Off)"));
		Keys.press("space");
		HistoryEntry entry = await(before + 2).get(before + 1);
		activateWindow();
		assertEquals("POWERED_OFF", entry.outcome(), entry.message());
		assertTrue(entry.path().endsWith(MACHINE), entry.path());
		lookAtHistory();
	}

	private void addSimulatedServer() {
		assertTrue(Ui.get(awaitFocus("the first link", Link.class)::getText).contains("Add a connection"));
		Keys.press("Tab");
		Ui.await("focus on the second link", () -> Ui.display().getFocusControl() instanceof Link link && link.getText().contains("simulated"));
		Keys.press("Return");
		Tree tree = awaitFocus("the tree in place of the links", Tree.class);
		Ui.await("rows", () -> tree.getItemCount() == 1 && tree.getItem(0).getText(1).startsWith("Connected"));
	}

	private void find() {
		Keys.press("shift+Tab");
		Text filter = awaitFocus("the filter", Text.class);
		assertTrue(Ui.get(filter::getMessage).startsWith("Filter by name"));
		Keys.type(MACHINE);
		Ui.await("the row", () -> view.shownText().equals(MACHINE));
		Keys.press("Down");
		Table rows = awaitFocus("the rows", Table.class);
		Ui.await("selected row", () -> rows.getSelectionCount() == 1 && rows.getSelection()[0].getText().equals(MACHINE));
	}

	private static void lookAtHistory() {
		Keys.press("ctrl+alt+h");
		Ui.await("history", () -> Workbench.page().getActivePart() instanceof HistoryView);
		Table table = awaitFocus("the operations", Table.class);
		assertEquals(7, Ui.get(table::getColumnCount));
		Keys.press("Home");
		Ui.await("selected operation", () -> table.getSelectionIndex() == 0);
		assertEquals("powered off", Ui.get(() -> table.getItem(0).getText(2)));
		assertFalse(Ui.get(() -> Widgets.all(table.getShell(), Text.class)).stream().noneMatch(text -> Ui.get(text::getText).contains(MACHINE)));
	}
}
