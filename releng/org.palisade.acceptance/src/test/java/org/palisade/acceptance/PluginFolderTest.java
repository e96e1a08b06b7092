package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.Request;
import org.palisade.acceptance.support.StubBackEndBundle;

/** Somebody else's back end, dropped into the folder for such bundles. */
class PluginFolderTest {

	@TempDir
	Path temporary;

	private InstalledAgent agent;
	private Path machines;

	@BeforeEach
	void install() throws IOException {
		agent = InstalledAgent.copyInto(temporary);
		machines = Files.createDirectory(temporary.resolve("machines"));
		Files.writeString(machines.resolve("node1"), "ON");
	}

	@Test
	void aBackEndIsPickedUp() throws IOException {
		dropStub();

		Check.statusIsOn(agent.run(request().action("status")));
		Check.quietlySucceeded(agent.run(request().action("off")), "Success: Powered OFF");
		assertEquals("OFF", Files.readString(machines.resolve("node1")));
		Check.statusIsOff(agent.run(request().action("status")));
		Check.quietlySucceeded(agent.run(request().action("reboot")), "Success: Rebooted");
		assertEquals("ON", Files.readString(machines.resolve("node1")));
	}

	@Test
	void itsOptionsAreDeclaredAndChecked() throws IOException {
		dropStub();

		String metadata = agent.command("-o", "metadata").run().require();
		// Not required: whoever uses another back end must not be asked for it.
		assertTrue(metadata.contains("<parameter name=\"stub_folder\" unique=\"0\" required=\"0\""), metadata);
		Check.failed(agent.run(request().without("stub_folder").action("off")), "stub_folder");
		Check.statusIsOn(agent.command("-d", "teststub", "--stub-folder", machines.toString(), "-n", "node1", "-o", "status").run());
	}

	@Test
	void withoutItsBundleTheTypeIsUnknown() {
		Outcome outcome = agent.run(request().action("status"));

		Check.failed(outcome, "vmware_type", "esx");
		Check.isForHumans(outcome);
	}

	@Test
	void aBrokenBundleIsNamedAndStopsNobody() throws IOException {
		dropStub();
		StubBackEndBundle.buildUnresolvable(agent.plugins().resolve("unresolvable.jar"));
		Files.writeString(agent.plugins().resolve("garbage.jar"), "this is no archive");

		Outcome outcome = agent.run(request().action("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "unresolvable", "garbage.jar");
		Check.isForHumans(outcome);
		assertEquals("OFF", Files.readString(machines.resolve("node1")));
	}

	@Test
	void aFolderThatAnybodyMayWriteToIsRefused() throws IOException {
		dropStub();
		Files.setPosixFilePermissions(agent.plugins(), PosixFilePermissions.fromString("rwxrwxrwx"));

		Outcome outcome = agent.run(request().action("off"));

		assertFalse(outcome.out().contains("Success"), outcome::all);
		assertEquals(1, outcome.exit(), outcome::all);
		Check.says(outcome, "plugins.d");
		assertEquals("ON", Files.readString(machines.resolve("node1")));
	}

	@Test
	void aBundleThatAnybodyMayWriteToIsRefused() throws IOException {
		dropStub();
		Files.setPosixFilePermissions(agent.plugins().resolve("teststub.jar"), PosixFilePermissions.fromString("rw-rw-rw-"));

		Outcome outcome = agent.run(request().action("off"));

		assertEquals(1, outcome.exit(), outcome::all);
		Check.says(outcome, "teststub.jar");
		assertEquals("ON", Files.readString(machines.resolve("node1")));
	}

	private void dropStub() throws IOException {
		Files.createDirectories(agent.plugins());
		StubBackEndBundle.build(agent, temporary.resolve("build"), agent.plugins().resolve("teststub.jar"));
	}

	private Request request() {
		return Request.empty().with("vmware_type", "teststub").with("stub_folder", machines).plug("node1");
	}
}
