package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.connections.Connection;
import org.palisade.operations.HistoryEntry;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.history.HistoryView;
import org.palisade.ui.internal.inventory.ConnectionInventory.Stage;
import org.palisade.ui.internal.inventory.InventoryView;

/** Connects, finds a machine among 40,000, asks for its status, fences it and looks at the history. */
class FencingTest {

	private static final int MACHINES = 40_000;
	private static final String MACHINE = "node31234";

	private Connection connection;
	private SimulatedVCenter server;
	private InventoryView view;
	private Watchdog watchdog;

	@BeforeEach
	void open() throws IOException {
		Workbench.open();
		Workbench.removeConnections();
		view = Workbench.showInventory();
		Screenshots.take("inventory-empty", Workbench.shell());
		connection = PalisadeUi.instance().simulated().add(SimulatorOptions.builder().virtualMachines(MACHINES).datacenters(1).hosts(16).build());
		server = PalisadeUi.instance().simulated().find(connection).orElseThrow();
		watchdog = new Watchdog();
	}

	@AfterEach
	void close() {
		if (watchdog != null) {
			watchdog.close();
		}
		Workbench.removeConnections();
	}

	private Composite content() {
		return (Composite) Workbench.shell();
	}

	private Tree tree() {
		return Widgets.all(content(), Tree.class).stream().filter(tree -> tree.getColumnCount() == 4).findFirst().orElseThrow();
	}

	private Table list() {
		return Widgets.all(content(), Table.class).stream().filter(table -> table.getColumnCount() == 6).findFirst().orElseThrow();
	}

	private Text filter() {
		return Widgets.all(content(), Text.class).stream().filter(text -> text.getMessage().startsWith("Filter by name")).findFirst().orElseThrow();
	}

	private static long milliseconds(long since) {
		return (System.nanoTime() - since) / 1_000_000;
	}

	private void connect() {
		Ui.await("row of the connection", () -> tree().getItemCount() == 1);
		watchdog.report("opening the view");
		long begin = System.nanoTime();
		PalisadeUi.instance().inventories().connect(connection);
		Ui.await("first rows", () -> tree().getItem(0).getItemCount() > 0 && tree().getItem(0).getItem(0).getText().startsWith("DC"));
		Watchdog.figure("first rows after connecting, ms: " + milliseconds(begin));
		Ui.await("whole inventory", () -> PalisadeUi.instance().inventories().find(connection).filter(open -> open.state().stage() == Stage.CURRENT).isPresent());
		Watchdog.figure("whole inventory of " + MACHINES + " after connecting, ms: " + milliseconds(begin));
		watchdog.report("loading");
	}

	private void picture(String name, Shell shell) {
		watchdog.lookAway(() -> Screenshots.take(name, shell));
	}

	private void find(String text) {
		for (int length = 1; length <= text.length(); length++) {
			String typed = text.substring(0, length);
			long begin = System.nanoTime();
			Ui.run(() -> filter().setText(typed));
			Ui.await("rows of " + typed, () -> view.shownText().equals(typed));
			Watchdog.figure("rows after typing \"" + typed + "\", ms: " + milliseconds(begin));
		}
		Ui.await("the row", () -> list().getItemCount() == 1 && list().getItem(0).getText().equals(text));
		watchdog.report("filtering");
	}

	private void select() {
		Ui.run(() -> {
			Workbench.page().activate(view);
			list().select(0);
			list().notifyListeners(SWT.Selection, new Event());
			list().setFocus();
		});
		Ui.await("selection", () -> Workbench.page().getSelection() instanceof IStructuredSelection selection && selection.size() == 1);
	}

	private static HistoryEntry await(int count) {
		Ui.await("operation " + count, () -> PalisadeUi.instance().history().entries().size() >= count);
		List<HistoryEntry> entries = PalisadeUi.instance().history().entries();
		return entries.get(entries.size() - 1);
	}

	@Test
	void findsFencesAndRemembers() throws IOException {
		connect();
		expandSomeRows();
		expandLargeFolder();
		picture("inventory-tree", Workbench.shell());
		find(MACHINE);
		select();
		picture("inventory-found", Workbench.shell());
		int before = PalisadeUi.instance().history().entries().size();

		Ui.run(() -> Commands.run(Commands.STATUS));
		assertEquals("IS_ON", await(before + 1).outcome());
		assertTrue(await(before + 1).shownPlug().endsWith("/" + MACHINE), await(before + 1).shownPlug());
		assertFalse(Workbench.enabled(Commands.ON), "a machine that is on cannot be powered on");
		assertTrue(Workbench.enabled(Commands.OFF));

		Ui.run(() -> Commands.run(Commands.TEST));
		assertEquals("USABLE", await(before + 2).outcome());

		cancelFencing(before + 2);
		fence();
		HistoryEntry entry = await(before + 3);
		assertEquals("POWERED_OFF", entry.outcome(), entry.message());
		assertTrue(entry.path().endsWith(MACHINE), entry.path());
		assertFalse(entry.phases().isEmpty());
		assertEquals(Set.of(MACHINE), Simulated.changed(server), "no other machine was touched");

		Ui.await("pushed power state", () -> list().getItemCount() == 1 && list().getItem(0).getText(1).equals("Off"));
		Ui.await("enablement", () -> Workbench.enabled(Commands.ON));
		copy();
		lookAtHistory();
		lookAtConsole();
	}

	/** What was written before anybody looked is there, and the view was not made for it. */
	private void lookAtConsole() {
		assertTrue(Ui.get(() -> Stream.of(Workbench.page().getViewReferences()).filter(view -> view.getId().equals(IConsoleConstants.ID_CONSOLE_VIEW))
				.allMatch(view -> view.getView(false) == null)));
		Workbench.show(IConsoleConstants.ID_CONSOLE_VIEW, IViewPart.class);
		Ui.await("console", () -> Widgets.all(content(), StyledText.class).stream().anyMatch(text -> text.getText().contains(connection.name())));
		watchdog.report("opening the console");
		picture("console", Workbench.shell());
	}

	private void expandSomeRows() {
		Ui.run(() -> expand(tree().getItem(0).getItem(0)));
		Ui.await("folders", () -> tree().getItem(0).getItem(0).getItemCount() == 2);
		Ui.run(() -> expand(tree().getItem(0).getItem(0).getItem(0)));
		Ui.await("clusters", () -> loaded(tree().getItem(0).getItem(0).getItem(0)));
		Ui.run(() -> expand(tree().getItem(0).getItem(0).getItem(0).getItem(0)));
		Ui.await("hosts", () -> tree().getItem(0).getItem(0).getItem(0).getItem(0).getItemCount() > 1);
		watchdog.report("expanding");
	}

	/** A quarter of the machines lies in one folder. They are counted, and only those in sight are made. */
	private void expandLargeFolder() {
		Ui.run(() -> expand(largeFolder()));
		Ui.await("a quarter of the machines", () -> largeFolder().getItemCount() > MACHINES / 4);
		watchdog.report("expanding a folder of " + MACHINES / 4);
		Ui.run(() -> largeFolder().setExpanded(false));
	}

	private TreeItem largeFolder() {
		return tree().getItem(0).getItem(0).getItem(1);
	}

	private static boolean loaded(TreeItem item) {
		return item.getItemCount() > 0 && !item.getItem(0).getText().startsWith("Reading");
	}

	private void expand(TreeItem item) {
		// A user expands a row that he sees, and one that has not been drawn yet is empty until it is asked for.
		item.getText();
		item.setExpanded(true);
		Event event = new Event();
		event.item = item;
		tree().notifyListeners(SWT.Expand, event);
	}

	private void cancelFencing(int count) {
		Ui.begin(() -> Commands.run(Commands.OFF));
		Ui.await("question", () -> Widgets.shell("Fence (Off)").isPresent());
		Shell dialog = Ui.get(() -> Widgets.shell("Fence (Off)").orElseThrow());
		String text = Ui.get(() -> String.join("\n", Widgets.all(dialog, Text.class).stream().map(Text::getText).toList()));
		assertTrue(text.contains(MACHINE) && text.contains("/vm/") && text.contains(connection.address()), text);
		assertEquals("Cancel", Ui.get(() -> dialog.getDefaultButton().getText().replace("&", "")));
		assertEquals(List.of(), Ui.get(() -> AccessibleNames.missing(dialog)));
		picture("confirm", dialog);
		Ui.run(() -> Widgets.click(Widgets.button(dialog, "Cancel")));
		Ui.await("no question", () -> Widgets.shell("Fence (Off)").isEmpty());
		assertEquals(count, PalisadeUi.instance().history().entries().size());
	}

	private void fence() {
		Ui.begin(() -> Commands.run(Commands.OFF));
		Ui.await("question", () -> Widgets.shell("Fence (Off)").isPresent());
		Ui.begin(() -> Widgets.click(Widgets.button(Widgets.shell("Fence (Off)").orElseThrow(), "Fence (Off)")));
	}

	private void copy() {
		Ui.run(() -> Commands.run(Commands.COPY_COMMAND_LINE));
		String line = Ui.get(() -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			Object contents = clipboard.getContents(TextTransfer.getInstance());
			clipboard.dispose();
			return String.valueOf(contents);
		});
		assertTrue(line.startsWith("fence_vmware --ip=" + connection.address()) && line.contains(MACHINE), line);
		assertFalse(line.contains(SimulatorOptions.DEFAULT_PASSWORD), line);
	}

	private void lookAtHistory() {
		Workbench.show(HistoryView.ID, HistoryView.class);
		Table table = Ui.get(() -> Widgets.all(content(), Table.class).stream().filter(candidate -> candidate.getColumnCount() == 7).findFirst().orElseThrow());
		Ui.run(() -> {
			table.select(0);
			table.notifyListeners(SWT.Selection, new Event());
		});
		assertEquals("powered off", Ui.get(() -> table.getItem(0).getText(2)));
		Text historyFilter = Ui.get(() -> Widgets.one(content(), Text.class, text -> text.getMessage().startsWith("Filter by machine, outcome")));
		Ui.run(() -> historyFilter.setText("powered off"));
		Set<String> outcomes = Ui.get(() -> Stream.of(table.getItems()).map(item -> item.getText(2)).collect(Collectors.toSet()));
		assertEquals(Set.of("powered off"), outcomes, "what is shown is what is looked for");
		Ui.run(() -> historyFilter.setText(""));
		picture("history", Workbench.shell());
		watchdog.report("fencing");
	}
}
