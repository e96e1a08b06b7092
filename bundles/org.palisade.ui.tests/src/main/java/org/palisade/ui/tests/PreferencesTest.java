package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.api.option.Secret;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionException;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.PasswordSource;
import org.palisade.connections.Timeouts;
import org.palisade.connections.Trust;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.PalisadeUi;

/** Changes preferences on their pages, and looks for the effect. */
class PreferencesTest {

	private static final String PAGE = "org.palisade.ui.preferences";

	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PalisadeUi.ID);
	private final Path cache = PalisadeUi.instance().getStateLocation().append("lookup").toPath();

	@BeforeEach
	void openWorkbench() {
		Workbench.open();
		Workbench.removeConnections();
	}

	@AfterEach
	void forget() {
		Ui.run(() -> Stream.of("Preferences", "New Connection").flatMap(title -> Widgets.shell(title).stream()).forEach(Shell::close));
		Stream.of("loginTimeout", "backEnd.rest.api_path").forEach(preferences::remove);
		Workbench.removeConnections();
	}

	private static void close(Shell dialog) {
		Ui.run(() -> Widgets.click(Widgets.button(dialog, "Apply and Close")));
		Ui.await("closed dialog", dialog::isDisposed);
	}

	private static int loginLimitOfWizard() {
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		Ui.await("wizard", () -> Widgets.shell("New Connection").isPresent());
		return Ui.get(() -> {
			Shell wizard = Widgets.shell("New Connection").orElseThrow();
			int limit = Widgets.beside(wizard, Spinner.class, "&Log-in:").getSelection();
			wizard.close();
			return limit;
		});
	}

	@Test
	void newConnectionsBeginWithTheTimeoutsUntilDefaultsAreRestored() {
		Shell dialog = ViewsTest.openPreferences(PAGE + ".timeouts");
		Ui.run(() -> Widgets.beside(dialog, Text.class, "&Log-in, seconds:").setText("42"));
		close(dialog);
		assertEquals(42, loginLimitOfWizard());

		Shell again = ViewsTest.openPreferences(PAGE + ".timeouts");
		Ui.run(() -> Widgets.click(Widgets.button(again, "Restore Defaults")));
		close(again);
		assertEquals(Timeouts.DEFAULT.login(), loginLimitOfWizard());
	}

	@Test
	void aCertificateIsNoLongerTrusted() throws ConnectionException {
		ConnectionStore store = PalisadeUi.instance().service(ConnectionStore.class);
		Connection connection = new Connection("pinned", "Production", "vc.example.com", "user", "esx", new Trust.Pinned("AB:CD", "vc.example.com"),
				new PasswordSource.SecureStorage(), Timeouts.DEFAULT, Optional.empty());
		store.save(connection, Optional.of(Secret.of("secret-of-the-test")));
		Shell dialog = ViewsTest.openPreferences(PAGE + ".trust");
		Table table = Ui.get(() -> Widgets.one(dialog, Table.class, candidate -> candidate.getColumnCount() == 3));
		assertEquals("AB:CD", Ui.get(() -> table.getItem(0).getText(2)));
		Screenshots.take("preferences-trust-pinned", dialog);
		Ui.run(() -> {
			table.select(0);
			table.notifyListeners(SWT.Selection, new Event());
			Widgets.click(Widgets.button(dialog, "Remove"));
		});
		close(dialog);
		Ui.await("trust", () -> store.find("pinned").filter(now -> now.trust() instanceof Trust.SystemAuthorities).isPresent());
		assertEquals(Optional.of(Secret.of("secret-of-the-test")), store.password(connection), "the password is kept");
	}

	@Test
	void anOptionOfABackEndIsKept() {
		Shell dialog = ViewsTest.openPreferences(PAGE + ".backEnds");
		Ui.run(() -> {
			Table table = Widgets.one(dialog, Table.class, candidate -> candidate.getColumnCount() == 3);
			TableItem rest = Stream.of(table.getItems()).filter(item -> item.getText().equals("rest")).findFirst().orElseThrow();
			table.setSelection(rest);
			table.notifyListeners(SWT.Selection, new Event());
			Widgets.beside(dialog, Text.class, "api_path").setText("/proxy/api");
		});
		close(dialog);
		assertEquals("/proxy/api", preferences.get("backEnd.rest.api_path", ""));
	}

	@Test
	void theCacheIsCleared() throws IOException {
		Files.createDirectories(cache);
		Files.writeString(cache.resolve("remembered-by-the-test"), "x".repeat(3000));
		Shell dialog = ViewsTest.openPreferences(PAGE + ".cache");
		Ui.await("size", () -> Widgets.button(dialog, "Clear").isEnabled() && labels(dialog).contains("KiB"));
		Ui.run(() -> Widgets.click(Widgets.button(dialog, "Clear")));
		Ui.await("nothing left", () -> !Widgets.button(dialog, "Clear").isEnabled() && labels(dialog).contains("Size: 0 KiB"));
		try (Stream<Path> files = Files.list(cache)) {
			assertTrue(files.findAny().isEmpty());
		}
	}

	private static String labels(Shell dialog) {
		return String.join("\n", Widgets.all(dialog, Label.class).stream().map(Label::getText).toList());
	}
}
