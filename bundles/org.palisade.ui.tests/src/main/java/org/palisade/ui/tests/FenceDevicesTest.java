package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.connections.Connection;
import org.palisade.devices.ConfiguredDevice;
import org.palisade.devices.DeviceConfiguration;
import org.palisade.devices.FenceDevices;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.devices.internal.DeviceCommands;
import org.palisade.ui.devices.internal.FenceDevicesView;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.ConnectionInventory.Stage;
import org.palisade.ui.internal.inventory.InventoryElement;
import org.palisade.ui.internal.inventory.InventoryView;
import org.palisade.ui.internal.inventory.StandsForMachine;

/** Opens cluster configurations, sees which node is which machine, monitors the devices and fences by them, against a simulated vCenter. */
class FenceDevicesTest {

	private static final int MACHINES = 1000;
	private static final int HEALTH = 2;
	private static final int WARNING = 5;

	@TempDir
	Path folder;

	private FenceDevices devices;
	private Connection connection;
	private SimulatedVCenter server;
	private IViewPart view;
	private Watchdog watchdog;

	@BeforeEach
	void open() throws IOException {
		Workbench.open();
		Workbench.removeConnections();
		devices = PalisadeUi.instance().service(FenceDevices.class);
		closeAll();
		view = Workbench.show(FenceDevicesView.ID, FenceDevicesView.class);
		// The view gathers news before it shows them. Until then its rows are those of the test before, about a server that is no more.
		Ui.await("no rows", () -> tree().getItemCount() == 0);
		connection = PalisadeUi.instance().simulated().add(SimulatorOptions.builder().virtualMachines(MACHINES).build());
		server = PalisadeUi.instance().simulated().find(connection).orElseThrow();
		watchdog = new Watchdog();
	}

	@AfterEach
	void close() {
		if (watchdog != null) {
			watchdog.close();
		}
		Ui.run(() -> Stream.of("Fence (Off)", "Export Configuration", "Password of a Fence Device").map(Widgets::shell).flatMap(Optional::stream)
				.forEach(Shell::close));
		closeAll();
		Workbench.removeConnections();
	}

	private void closeAll() {
		devices.configurations().forEach(configuration -> devices.close(configuration.file()));
	}

	private static Tree tree() {
		return Widgets.all(Workbench.shell(), Tree.class).stream().filter(tree -> tree.getColumnCount() == 6).findFirst().orElseThrow();
	}

	private void write(String name, String address, String attributes, String... plugs) throws IOException {
		StringBuilder nodes = new StringBuilder();
		for (int i = 1; i <= plugs.length; i++) {
			nodes.append("<clusternode name=\"db%d\" nodeid=\"%d\"><fence>%s</fence></clusternode>\n".formatted(i, i, plugs[i - 1].isEmpty() ? ""
					: "<method name=\"vcenter\"><device name=\"vmware\" port=\"" + plugs[i - 1] + "\"/></method>"));
		}
		Path file = Files.writeString(folder.toRealPath().resolve(name), """
				<?xml version="1.0"?>
				<cluster name="%s" config_version="7"><clusternodes>
				%s</clusternodes><fencedevices>
				<fencedevice name="vmware" agent="fence_vmware" ipaddr="%s" ipport="%d" login="%s" %s/>
				</fencedevices></cluster>
				""".formatted(name.replace(".conf", ""), nodes, address, server.url().getPort(), SimulatorOptions.DEFAULT_USERNAME, attributes));
		devices.open(file);
	}

	private void openUsual() throws IOException {
		server.control("POST", "/vm?name=node00005&power=suspended");
		server.control("POST", "/vm?name=node00006&connectionState=disconnected");
		write("orders.conf", "127.0.0.1", "passwd=\"" + SimulatorOptions.DEFAULT_PASSWORD + "\"", "node00002", "node00001", "gone", "template-DC0", "node00005", "node00006", "");
		Ui.await("rows", () -> tree().getItemCount() == 1 && tree().getItem(0).getItemCount() == 7);
	}

	private void connect() {
		PalisadeUi.instance().inventories().connect(connection);
		Ui.await("inventory", () -> PalisadeUi.instance().inventories().find(connection).filter(open -> open.state().stage() == Stage.CURRENT).isPresent());
	}

	private static String text(int node, int column) {
		TreeItem item = tree().getItem(0).getItem(node - 1);
		// Asking for the text is what makes a row that has not been in sight.
		item.getText();
		return item.getText(column);
	}

	private void select(TreeItem... items) {
		Workbench.page().activate(view);
		tree().setFocus();
		tree().setSelection(items);
		tree().notifyListeners(SWT.Selection, new Event());
	}

	private void selectNode(int node) {
		select(() -> tree().getItem(0).getItem(node - 1));
	}

	/** More than once if need be: a notification that goes gives the focus to whatever part, where no window manager knows better. */
	private void select(Supplier<TreeItem> item) {
		Ui.await("selection", () -> {
			select(item.get());
			return Workbench.page().getSelection() instanceof IStructuredSelection selection && selection.size() == 1;
		});
	}

	private List<ConfiguredDevice> all() {
		return devices.configurations().stream().flatMap(configuration -> configuration.devices().stream()).toList();
	}

	private void monitorAll() {
		Ui.run(() -> {
			Workbench.page().activate(view);
			select();
			Commands.run(DeviceCommands.MONITOR);
		});
		Ui.await("monitored", () -> all().stream().allMatch(device -> devices.health(device.place()).last().isPresent()));
	}

	private static Shell awaitShell(String title) {
		Ui.await(title, () -> Widgets.shell(title).isPresent());
		return Ui.get(() -> Widgets.shell(title).orElseThrow());
	}

	@Test
	void saysWhatToDoWhileNothingIsOpen() {
		Ui.await("empty", () -> Widgets.all(Workbench.shell(), Link.class).stream().anyMatch(link -> link.isVisible()
				&& link.getText().contains("Open a cluster configuration")));
		Screenshots.take("devices-empty", Workbench.shell());
	}

	@Test
	void warnsOfEachMappingThatWouldFail() throws IOException {
		openUsual();
		assertEquals("no method fences this node", Ui.get(() -> text(7, WARNING)));
		selectNode(1);
		assertFalse(Workbench.enabled(Commands.TEST));
		String reason = Ui.get(() -> ((StandsForMachine) ((IStructuredSelection) Workbench.page().getSelection()).getFirstElement()).reasonForNone());
		assertTrue(reason.contains("is not connected"), reason);
		connect();
		Ui.await("mapping", () -> text(1, 1).endsWith("node00002"));
		List<String> expected = List.of("", "node00001 means 2 machines", "there is no machine gone", "template-DC0 is a template", "node00005 is suspended",
				"cannot vouch for node00006");
		for (int node = 1; node <= expected.size(); node++) {
			int row = node;
			String warning = Ui.get(() -> text(row, WARNING));
			assertTrue(expected.get(node - 1).isEmpty() ? warning.isEmpty() : warning.contains(expected.get(node - 1)), warning);
		}
		watchdog.report("showing fence devices");
		monitorAll();
		watchdog.report("monitoring fence devices");
		assertTrue(devices.health(all().get(0).place()).isWell(), () -> devices.health(all().get(0).place()).toString());
		assertTrue(devices.health(all().get(2).place()).isFailing());
		assertEquals(Set.of("node00005"), Simulated.changed(server), "nothing is powered but by the test");
		Ui.await("health", () -> text(1, HEALTH).equals("1 of 1 work"));
		selectDevice();
		Screenshots.take("devices", Workbench.shell());
	}

	private void selectDevice() {
		Ui.run(() -> {
			TreeItem node = tree().getItem(0).getItem(0);
			node.setExpanded(true);
			node.getItem(0).getText();
			node.getItem(0).setExpanded(true);
			node.getItem(0).getItem(0).getText();
			select(node.getItem(0).getItem(0));
			Workbench.page().bringToTop(Workbench.page().findView(IPageLayout.ID_PROP_SHEET));
		});
		String shown = Ui.get(() -> properties(((IStructuredSelection) Workbench.page().getSelection()).getFirstElement()));
		assertTrue(shown.contains("node00002") && shown.contains("fence_vmware"), shown);
		assertFalse(shown.contains(SimulatorOptions.DEFAULT_PASSWORD), shown);
	}

	private static String properties(Object element) {
		IPropertySource source = Adapters.adapt(element, IPropertySource.class);
		return Stream.of(source.getPropertyDescriptors()).map(IPropertyDescriptor::getId).map(source::getPropertyValue).map(String::valueOf)
				.collect(Collectors.joining("\n"));
	}

	@Test
	void asksBeforeFencingWithTheRoleInTheCluster() throws IOException {
		openUsual();
		connect();
		Ui.await("mapping", () -> text(1, 1).endsWith("node00002"));
		selectNode(1);
		assertTrue(Workbench.enabled(Commands.OFF));
		Ui.begin(() -> Commands.run(Commands.OFF));
		Shell dialog = awaitShell("Fence (Off)");
		String text = Ui.get(() -> Widgets.all(dialog, Text.class).stream().map(Text::getText).collect(Collectors.joining("\n")));
		assertTrue(text.contains("node db1 of cluster orders, method/level vcenter, device vmware"), text);
		assertEquals("Cancel", Ui.get(() -> dialog.getDefaultButton().getText().replace("&", "")));
		Screenshots.take("confirm-cluster-role", dialog);
		Ui.run(() -> Widgets.click(Widgets.button(dialog, "Cancel")));

		selectNode(3);
		assertFalse(Workbench.enabled(Commands.OFF), "what is missing cannot be fenced");
		int before = PalisadeUi.instance().history().entries().size();
		selectNode(1);
		Ui.run(() -> Commands.run(Commands.STATUS));
		Ui.await("status", () -> PalisadeUi.instance().history().entries().size() > before);
		assertEquals("IS_ON", PalisadeUi.instance().history().entries().get(before).outcome());
	}

	@Test
	void showsTheMachineOfANodeInTheInventory() throws IOException {
		openUsual();
		connect();
		Ui.await("mapping", () -> text(1, 1).endsWith("node00002"));
		// Begun only, because what is not known any more is told by a dialog.
		Ui.begin(() -> {
			select(tree().getItem(0).getItem(0));
			tree().notifyListeners(SWT.DefaultSelection, new Event());
		});
		Ui.await("machine", () -> Workbench.page().getActivePart() instanceof InventoryView
				&& Workbench.page().getSelection() instanceof IStructuredSelection selection
				&& selection.getFirstElement() instanceof InventoryElement element && element.machine().filter(machine -> machine.name().equals("node00002")).isPresent());
	}

	@Test
	void asksForAPasswordThatTheConfigurationDoesNotGive() throws IOException {
		// The address is written otherwise than in the connection, so that nothing is known of it.
		write("billing.conf", "localhost", "ssl_fingerprint=\"" + server.certificateFingerprint().orElseThrow() + "\"", "node00002");
		Ui.await("rows", () -> tree().getItemCount() == 1);
		Ui.begin(() -> {
			select();
			Commands.run(DeviceCommands.MONITOR);
		});
		Shell dialog = awaitShell("Password of a Fence Device");
		Screenshots.take("device-password", dialog);
		Ui.run(() -> Widgets.one(dialog, Text.class, text -> (text.getStyle() & SWT.PASSWORD) != 0).setText(SimulatorOptions.DEFAULT_PASSWORD));
		Ui.run(() -> Widgets.click(Widgets.button(dialog, "Monitor")));
		Ui.await("monitored", () -> devices.health(all().get(0).place()).last().isPresent());
		assertTrue(devices.health(all().get(0).place()).isWell(), () -> devices.health(all().get(0).place()).toString());
	}

	@Test
	void monitorsByItselfOnceItIsToldTo() throws IOException {
		openUsual();
		Ui.run(() -> Commands.run(DeviceCommands.PERIODICALLY));
		try {
			Ui.await("monitored", () -> all().stream().allMatch(device -> devices.health(device.place()).last().isPresent()));
		} finally {
			Ui.run(() -> Commands.run(DeviceCommands.PERIODICALLY));
		}
		assertTrue(devices.health(all().get(0).place()).isWell(), () -> devices.health(all().get(0).place()).toString());
	}

	@Test
	void showsAnExportBeforeItIsWritten() throws IOException {
		openUsual();
		select(() -> tree().getItem(0));
		Ui.begin(() -> Commands.run(DeviceCommands.EXPORT));
		Shell dialog = awaitShell("Export Configuration");
		Path target = folder.toRealPath().resolve("exported.xml");
		Ui.run(() -> Widgets.beside(dialog, Text.class, "File:").setText(target.toString()));
		Ui.await("preview", () -> Widgets.button(dialog, "Write").isEnabled());
		Screenshots.take("export", dialog);
		Ui.run(() -> Widgets.click(Widgets.button(dialog, "Write")));
		Ui.await("file", () -> Files.exists(target));
		Ui.await("whole file", () -> DeviceConfiguration.read(target).devices().size() == 6);
	}
}
