package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.prefs.Preferences;
import org.palisade.api.FenceBackEnd;
import org.palisade.api.PowerState;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.PalisadeUi;
import org.palisade.ui.internal.inventory.InventoryView;

/** A server whose back end lists its machines and logs in by a secret of its own: the secret is kept in secure storage, and it is listed again. */
class ListedServerTest {

	private static final String NAME = "Listed";
	private static final String LABEL = ListingBackEnd.TOKEN + ":";

	private final ListingBackEnd backEnd = new ListingBackEnd();
	private final ConnectionStore store = PalisadeUi.instance().service(ConnectionStore.class);
	private ServiceRegistration<FenceBackEnd> registration;
	private InventoryView view;

	@BeforeEach
	void open() {
		Workbench.open();
		Workbench.removeConnections();
		backEnd.plugs.putAll(Map.of("db1", PowerState.ON, "db2", PowerState.OFF));
		registration = register(backEnd);
		view = Workbench.showInventory();
	}

	@AfterEach
	void close() {
		Ui.run(() -> Stream.of("New Connection", "Properties for " + NAME).flatMap(title -> Widgets.shell(title).stream()).forEach(Shell::close));
		Workbench.removeConnections();
		registration.unregister();
	}

	private static Shell awaitShell(String title) {
		Ui.await(title, () -> Widgets.shell(title).isPresent());
		return Ui.get(() -> Widgets.shell(title).orElseThrow());
	}

	private static Tree tree() {
		return Widgets.all(Workbench.shell(), Tree.class).stream().filter(tree -> tree.getColumnCount() == 4).findFirst().orElseThrow();
	}

	private Connection connect() {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Shell wizard = awaitShell("New Connection");
		Ui.run(() -> {
			Combo backEnds = Widgets.beside(wizard, Combo.class, "Bac&k end:");
			backEnds.select(List.of(backEnds.getItems()).indexOf(ListingBackEnd.TYPE + ": " + backEnd.summary()));
			Widgets.beside(wizard, Text.class, "Na&me:").setText(NAME);
			assertFalse(Widgets.button(wizard, "Finish").isEnabled(), "the token is needed");
			Widgets.beside(wizard, Text.class, LABEL).setText(ListingBackEnd.RIGHT);
			assertEquals(List.of(), AccessibleNames.missing(wizard));
		});
		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Finish")));
		awaitRows(2);
		return store.all().get(0);
	}

	private static void awaitRows(int machines) {
		Ui.await(machines + " machines", () -> tree().getItemCount() == 1 && tree().getItem(0).getText(1).equals("Connected, " + machines + " machines"));
	}

	@Test
	void whatIsTypedIsKeptWhenBackEndsComeAndGo() {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Shell wizard = awaitShell("New Connection");
		String entry = ListingBackEnd.TYPE + ": " + backEnd.summary();
		Ui.run(() -> {
			Combo backEnds = Widgets.beside(wizard, Combo.class, "Bac&k end:");
			backEnds.select(List.of(backEnds.getItems()).indexOf(entry));
			Widgets.beside(wizard, Text.class, LABEL).setText(ListingBackEnd.RIGHT);
		});
		ServiceRegistration<FenceBackEnd> other = register(new ListingBackEnd("another"));
		try {
			Ui.await("another back end", () -> Widgets.beside(wizard, Combo.class, "Bac&k end:").indexOf("another: " + backEnd.summary()) >= 0);
			assertEquals(ListingBackEnd.RIGHT, Ui.get(() -> Widgets.beside(wizard, Text.class, LABEL).getText()));
		} finally {
			other.unregister();
		}
		registration.unregister();
		Ui.await("none chosen", () -> Widgets.beside(wizard, Combo.class, "Bac&k end:").getText().isEmpty());
		registration = register(new ListingBackEnd());
		Ui.await("chosen again", () -> Widgets.beside(wizard, Combo.class, "Bac&k end:").getText().equals(entry));
		assertEquals(ListingBackEnd.RIGHT, Ui.get(() -> Widgets.beside(wizard, Text.class, LABEL).getText()));
	}

	private static ServiceRegistration<FenceBackEnd> register(FenceBackEnd backEnd) {
		return FrameworkUtil.getBundle(ListedServerTest.class).getBundleContext().registerService(FenceBackEnd.class, backEnd, null);
	}

	@Test
	void refreshListsAgain() {
		connect();
		backEnd.plugs.put("db3", PowerState.ON);
		select();
		assertTrue(Workbench.enabled(Commands.REFRESH));
		assertTrue(Workbench.enabled("org.eclipse.ui.file.refresh"));
		Ui.run(() -> Commands.run("org.eclipse.ui.file.refresh"));
		awaitRows(3);
	}

	@Test
	void aSecretOptionIsKeptInSecureStorageAlone() throws Exception {
		Connection connection = connect();
		assertEquals(Set.of(ListingBackEnd.TOKEN), store.secretOptionNames(connection));
		assertEquals(Map.of(ListingBackEnd.TOKEN, Secret.of(ListingBackEnd.RIGHT)), store.secretOptions(connection));
		assertNoSecret(InstanceScope.INSTANCE.getNode("org.palisade.connections"));

		Shell properties = openProperties();
		Text field = Ui.get(() -> Widgets.beside(properties, Text.class, LABEL));
		assertFalse(Ui.get(field::getText).contains(ListingBackEnd.RIGHT), "what is kept is not shown");
		Ui.begin(() -> Widgets.click(Widgets.button(properties, "Test Connection")));
		Ui.await("passed", () -> explanation(properties).startsWith("Everything passed"));
		Screenshots.take("properties-secret", properties);
		Ui.run(() -> field.insert("x"));
		assertEquals("x", Ui.get(field::getText), "nobody types behind what stands for a secret");
		Ui.begin(() -> Widgets.click(Widgets.button(properties, "Test Connection")));
		Ui.await("refused", () -> explanation(properties).contains("The token is refused"));
		Ui.begin(() -> Widgets.click(Widgets.button(properties, "Apply and Close")));
		Ui.await("other secret", () -> secret(connection).equals(Map.of(ListingBackEnd.TOKEN, Secret.of("x"))));
		store.remove(connection);
		assertEquals(Set.of(), store.secretOptionNames(connection));
	}

	private Map<String, Secret> secret(Connection connection) {
		try {
			return store.secretOptions(connection);
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	private static String explanation(Shell shell) {
		return Widgets.one(shell, Text.class, text -> (text.getStyle() & SWT.V_SCROLL) != 0).getText();
	}

	private void select() {
		Ui.run(() -> {
			Workbench.page().activate(view);
			tree().setSelection(tree().getItem(0));
			tree().notifyListeners(SWT.Selection, new Event());
			tree().setFocus();
		});
		Ui.await("selection", () -> Workbench.page().getSelection() instanceof IStructuredSelection selection && selection.size() == 1);
	}

	private Shell openProperties() {
		select();
		Ui.begin(() -> Commands.run("org.eclipse.ui.file.properties"));
		return awaitShell("Properties for " + NAME);
	}

	private static void assertNoSecret(Preferences node) throws Exception {
		for (String key : node.keys()) {
			assertFalse(node.get(key, "").contains(ListingBackEnd.RIGHT), key);
		}
		for (String child : node.childrenNames()) {
			assertNoSecret(node.node(child));
		}
	}
}
