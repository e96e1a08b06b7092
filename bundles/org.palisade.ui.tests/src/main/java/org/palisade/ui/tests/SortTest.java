package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.connections.Connection;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.history.HistoryView;
import org.palisade.ui.internal.inventory.InventoryView;

/** Sorts rows by the menu of a view and by the titles of the columns, and looks whether the choice is remembered. */
class SortTest {

	private static final int MACHINES = 20;
	private static final String FILTER = "node0000";

	@TempDir
	private Path folder;

	@BeforeEach
	void open() {
		Workbench.open();
		Workbench.removeConnections();
		forget();
	}

	@AfterEach
	void close() {
		Workbench.removeConnections();
		forget();
	}

	/** Has views that are opened from now on sorted as at first. */
	private static void forget() {
		List.of(InventoryView.ID, HistoryView.ID).forEach(Workbench::hide);
		Ui.run(() -> {
			IDialogSettings settings = PlatformUI.getDialogSettingsProvider(PalisadeUi.instance().getBundle()).getDialogSettings();
			List.of("inventory.sort", "history.sort").forEach(settings::addNewSection);
		});
	}

	private static Table table(int columns) {
		return Ui.get(() -> Widgets.one(Workbench.shell(), Table.class, table -> table.isVisible() && table.getColumnCount() == columns));
	}

	private static List<String> shown(Table table, int column) {
		return IntStream.range(0, table.getItemCount()).mapToObj(index -> table.getItem(index).getText(column)).toList();
	}

	private static List<IAction> actions(IViewPart view) {
		MenuManager menu = Stream.of(view.getViewSite().getActionBars().getMenuManager().getItems()).filter(MenuManager.class::isInstance)
				.map(MenuManager.class::cast).filter(candidate -> candidate.getMenuText().equals("&Sort By")).findFirst().orElseThrow();
		return Stream.of(menu.getItems()).filter(ActionContributionItem.class::isInstance).map(item -> ((ActionContributionItem) item).getAction()).toList();
	}

	private static IAction action(IViewPart view, String text) {
		return actions(view).stream().filter(action -> action.getText().equals(text)).findFirst().orElseThrow();
	}

	/** Does what a click on an item of the menu does. */
	private static void choose(IViewPart view, String text) {
		Ui.run(() -> {
			IAction chosen = action(view, text);
			if (chosen.getStyle() == IAction.AS_RADIO_BUTTON) {
				actions(view).stream().filter(action -> action.getStyle() == IAction.AS_RADIO_BUTTON).forEach(action -> action.setChecked(action == chosen));
			} else {
				chosen.setChecked(!chosen.isChecked());
			}
			chosen.run();
		});
	}

	private static InventoryView openMachines() throws IOException {
		Connection connection = PalisadeUi.instance().simulated().add(SimulatorOptions.builder().virtualMachines(MACHINES).build());
		InventoryView view = Workbench.show(InventoryView.ID, InventoryView.class);
		PalisadeUi.instance().inventories().connect(connection);
		Ui.await("inventory", () -> PalisadeUi.instance().inventories().all().stream().anyMatch(inventory -> inventory.state().snapshot().isPresent()));
		return view;
	}

	private static Table find(InventoryView view) {
		Ui.run(() -> Widgets.one(Workbench.shell(), Text.class, field -> field.getMessage().startsWith("Filter by name")).setText(FILTER));
		Ui.await("rows", () -> view.shownText().equals(FILTER) && Widgets.all(Workbench.shell(), Table.class).stream()
				.anyMatch(table -> table.isVisible() && table.getColumnCount() == 6 && table.getItemCount() > 1));
		return table(6);
	}

	private static void awaitFirst(Table found, String name) {
		Ui.await(name + " as the first", () -> found.getItem(0).getText().equals(name));
	}

	@Test
	void sortsMachinesByTheMenuAndByTitlesAndRemembersIt() throws IOException {
		InventoryView view = openMachines();
		assertFalse(Ui.get(() -> action(view, "State").isEnabled()), "the tree is not sorted");
		Table found = find(view);
		awaitFirst(found, "node00001");
		choose(view, "&Ascending");
		awaitFirst(found, "node00009");
		choose(view, "Path");
		assertEquals("Path", Ui.get(() -> found.getSortColumn().getText()));
		assertEquals(SWT.DOWN, Ui.get(found::getSortDirection).intValue());
		Ui.run(() -> found.getColumn(0).notifyListeners(SWT.Selection, new Event()));
		awaitFirst(found, "node00001");
		Ui.run(() -> found.getColumn(0).notifyListeners(SWT.Selection, new Event()));
		awaitFirst(found, "node00009");
		assertTrue(Ui.get(() -> action(view, "Name").isChecked() && !action(view, "&Ascending").isChecked()), "the menu says what the titles say");

		Workbench.hide(InventoryView.ID);
		awaitFirst(find(Workbench.show(InventoryView.ID, InventoryView.class)), "node00009");
	}

	@Test
	void sortsTheHistory() throws IOException {
		Path file = Files.writeString(folder.resolve("audit"), """
				time=2026-01-02T03:04:05Z action=off plug=node10 duration_ms=1000 outcome=POWERED_OFF
				time=2026-01-02T03:04:06Z action=off plug=node9 duration_ms=200 outcome=POWERED_OFF
				time=2026-01-02T03:04:07Z action=off plug=node11 duration_ms=30 outcome=POWERED_OFF
				""");
		HistoryView view = Workbench.show(HistoryView.ID, HistoryView.class);
		view.open(file);
		Table table = table(7);
		Ui.await("operations", () -> shown(table, 3).equals(List.of("node11", "node9", "node10")));
		choose(view, "&Ascending");
		assertEquals(List.of("node10", "node9", "node11"), Ui.get(() -> shown(table, 3)));
		choose(view, "Machine");
		assertEquals(List.of("node9", "node10", "node11"), Ui.get(() -> shown(table, 3)));
		choose(view, "Duration");
		assertEquals(List.of("30 ms", "200 ms", "1,000 ms"), Ui.get(() -> shown(table, 5)));
		Ui.run(() -> table.setSelection(0));
		choose(view, "&Ascending");
		assertEquals(List.of("node10", "node9", "node11"), Ui.get(() -> shown(table, 3)));
		assertEquals(2, Ui.get(table::getSelectionIndex), "the same operation is selected");
	}

	@Test
	@EnabledIf(value = "org.palisade.ui.tests.Keys#canBePressed", disabledReason = "xdotool is not installed, which presses the keys")
	void sortsWithoutAMouse() throws IOException {
		InventoryView view = openMachines();
		Table found = find(view);
		awaitFirst(found, "node00001");
		Ui.run(() -> {
			Workbench.page().getWorkbenchWindow().getShell().forceActive();
			Workbench.page().activate(view);
			found.setFocus();
		});
		Ui.await("focus", () -> Ui.display().getFocusControl() == found);
		Keys.press("ctrl+F10");
		Keys.press("s");
		Keys.press("a");
		awaitFirst(found, "node00009");
	}
}
