package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.EclipsePlatform;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.RealPart;
import org.palisade.acceptance.support.RunningWorkbench;
import org.palisade.acceptance.support.ServerCertificate;
import org.palisade.acceptance.support.VcSim;

/** The workbench, installed by the p2 director from the repository that the build made into an Eclipse that had nothing of ours. */
@Needs(RealPart.DISPLAY)
class InstalledWorkbenchTest {

	private static final String FILTER = "Filter by name, path, UUID or IP address";
	private static final String MACHINE = "/DC0/vm/DC0_H0_VM1";

	@TempDir
	static Path installation;
	private static EclipsePlatform platform;

	@TempDir
	Path home;
	private RunningWorkbench workbench;

	@BeforeAll
	static void install() {
		platform = EclipsePlatform.withWorkbench(installation);
	}

	@BeforeEach
	void start() {
		workbench = RunningWorkbench.start(platform, home);
		workbench.openPerspective("org.palisade.ui.perspective");
	}

	@AfterEach
	void stop() {
		if (workbench != null) {
			workbench.close();
		}
	}

	@Test
	void showsAndAsksASimulatedVCenter() throws IOException {
		workbench.awaitLine("^No connections yet");
		workbench.begin("org.palisade.ui.command.newSimulated");
		workbench.awaitLine("^Simulated vCenter 1 \\| Connected, ");

		workbench.type(FILTER, "node00002");
		workbench.select("node00002");
		workbench.begin("org.palisade.ui.command.status");

		workbench.awaitLine(" \\| status \\| is on \\| /DC0/vm/.*/node00002 \\| ");
		workbench.photograph("installed-status");
		assertTrue(history().contains("outcome=IS_ON"), history());
		assertFalse(workbench.log().contains("Unresolved requirement"), workbench.log());
	}

	@Test
	@Needs(RealPart.GO)
	void fencesAMachineOfAServerThatIsNotOurs() throws IOException {
		ServerCertificate certificate = ServerCertificate.create(home, "ip:127.0.0.1");
		try (VcSim server = VcSim.start("-tlscert", certificate.certificateFile().toString(), "-tlskey", certificate.keyFile().toString())) {
			connect(server);
			workbench.type(FILTER, "DC0_H0_VM1");
			workbench.select("DC0_H0_VM1");
			workbench.begin("org.palisade.ui.command.status");
			workbench.awaitLine(" \\| status \\| is on \\| .*DC0_H0_VM1 \\| ");
			List<String> before = server.govc().tasks(MACHINE);

			workbench.begin("org.palisade.ui.command.off");
			workbench.press("Fence (Off)");

			workbench.awaitLine(" \\| off \\| powered off \\| .*DC0_H0_VM1 \\| ");
			// Not that the row changes: vcsim tells its updates to the one session that asked for some last, and that was the operation's.
			workbench.photograph("vcsim-fenced");
			assertFalse(server.govc().isOn(MACHINE));
			assertTrue(server.govc().isOn("/DC0/vm/DC0_H0_VM0"), "the other one was left alone");
			assertEquals(List.of("PowerOff success"), server.govc().tasksBeyond(before, MACHINE));
			assertFalse(history().contains(server.password()) || workbench.log().contains(server.password()), "a secret");
		}
	}

	/** As the wizard has it done: the server's certificate is looked at, then trusted. */
	private void connect(VcSim server) {
		workbench.begin("org.palisade.ui.command.newConnection");
		workbench.type("Name:", "Lab");
		workbench.type("Address:", "127.0.0.1:" + server.port());
		workbench.type("User:", server.username());
		workbench.press("asking once a session");
		workbench.type("Password:", server.password());
		workbench.press("Show Certificate...");
		workbench.press("Trust This Certificate");
		workbench.awaitNoLine("^Trust This Certificate$");
		workbench.press("Test Connection");
		workbench.awaitLine("^Everything passed");
		workbench.press("Finish");
		workbench.awaitLine("^Lab \\| Connected, ");
	}

	private String history() throws IOException {
		return Files.readString(home.resolve("workspace/.metadata/.plugins/org.palisade.ui/history.log"));
	}
}
