package org.palisade.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.palisade.connections.Connection;
import org.palisade.connections.ConnectionStore;
import org.palisade.connections.Trust;
import org.palisade.simulator.CertificateKind;
import org.palisade.simulator.SimulatedVCenter;
import org.palisade.simulator.SimulatorOptions;
import org.palisade.ui.internal.Commands;
import org.palisade.ui.internal.PalisadeUi;

/** Adds a connection in the wizard, with a server whose certificate nobody knows yet. */
class ConnectionWizardTest {

	private SimulatedVCenter server;
	private Shell wizard;

	private void open(CertificateKind certificate) throws IOException {
		server = SimulatedVCenter.start(SimulatorOptions.builder().virtualMachines(10).certificate(certificate).build());
		Ui.begin(() -> Commands.run(Commands.NEW_CONNECTION));
		wizard = awaitShell("New Connection");
		enter("Na&me:", "Production");
		enter("&Address:", "127.0.0.1:" + server.url().getPort());
		enter("&User:", SimulatorOptions.DEFAULT_USERNAME);
		enter("&Password:", SimulatorOptions.DEFAULT_PASSWORD);
	}

	@BeforeEach
	void openWorkbench() {
		Workbench.open();
	}

	@AfterEach
	void close() throws IOException {
		Ui.run(() -> {
			for (String title : List.of("Server Certificate", "New Connection")) {
				Widgets.shell(title).ifPresent(Shell::close);
			}
		});
		Workbench.removeConnections();
		if (server != null) {
			server.close();
		}
	}

	private static Shell awaitShell(String title) {
		Ui.await(title, () -> Widgets.shell(title).isPresent());
		return Ui.get(() -> Widgets.shell(title).orElseThrow());
	}

	private void enter(String label, String text) {
		Ui.run(() -> Widgets.beside(wizard, Text.class, label).setText(text));
	}

	private String explanation() {
		return Ui.get(() -> Widgets.one(wizard, Text.class, text -> (text.getStyle() & SWT.V_SCROLL) != 0).getText());
	}

	private void test() {
		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Test Connection")));
		Ui.await("result of the test", () -> !explanation().startsWith("Not tested") && Widgets.button(wizard, "Test Connection").isEnabled());
	}

	@Test
	void tellsWhichStageFailedAndTrustsACertificateThatTheUserHasLookedAt() throws IOException {
		open(CertificateKind.VALID);
		test();
		assertTrue(explanation().startsWith("Certificate: "), explanation());
		assertTrue(explanation().contains("Show Certificate"), explanation());
		Screenshots.take("wizard-certificate", wizard);

		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Show Certificate...")));
		Shell dialog = awaitShell("Server Certificate");
		assertEquals(List.of(), Ui.get(() -> AccessibleNames.missing(dialog)));
		Screenshots.take("certificate", dialog);
		Ui.begin(() -> Widgets.click(Widgets.button(dialog, "Trust This Certificate")));
		Ui.await("pin", () -> Widgets.button(wizard, "one certificate").getSelection());
		test();
		assertTrue(explanation().startsWith("Everything passed"), explanation());
		Screenshots.take("wizard-passed", wizard);

		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Finish")));
		ConnectionStore store = PalisadeUi.instance().service(ConnectionStore.class);
		Ui.await("connection", () -> store.all().stream().anyMatch(connection -> connection.name().equals("Production")));
		Connection connection = store.all().get(0);
		assertEquals(server.certificateFingerprint().orElseThrow(), ((Trust.Pinned) connection.trust()).fingerprint());
	}

	@Test
	void tellsThatThePasswordIsWrong() throws IOException {
		open(CertificateKind.VALID);
		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Show Certificate...")));
		Shell dialog = awaitShell("Server Certificate");
		Ui.begin(() -> Widgets.click(Widgets.button(dialog, "Trust This Certificate")));
		Ui.await("pin", () -> Widgets.button(wizard, "one certificate").getSelection());
		enter("&Password:", "wrong");
		test();
		assertTrue(explanation().startsWith("Log-in: "), explanation());
	}

	@Test
	void doesNotLetTheUserTrustACertificateOfAnotherServer() throws IOException {
		open(CertificateKind.WRONG_HOST);
		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Show Certificate...")));
		Shell dialog = awaitShell("Server Certificate");
		assertFalse(Ui.get(() -> Widgets.button(dialog, "Trust This Certificate").isEnabled()));
		Screenshots.take("certificate-other-server", dialog);
	}

	@Test
	void forgetsTheCertificateWhenTheAddressIsChanged() throws IOException {
		open(CertificateKind.VALID);
		Ui.begin(() -> Widgets.click(Widgets.button(wizard, "Show Certificate...")));
		Shell dialog = awaitShell("Server Certificate");
		Ui.begin(() -> Widgets.click(Widgets.button(dialog, "Trust This Certificate")));
		Button pinned = Ui.get(() -> Widgets.button(wizard, "one certificate"));
		Ui.await("pin", pinned::getSelection);
		enter("&Address:", "localhost:" + server.url().getPort());
		assertFalse(Ui.get(pinned::getSelection));
		assertFalse(Ui.get(pinned::isEnabled));
	}
}
