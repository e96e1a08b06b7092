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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Check;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Needs;
import org.palisade.acceptance.support.Outcome;
import org.palisade.acceptance.support.RealPart;
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
	void aForgottenImportIsNamed() throws IOException {
		assertNamed(spoilt().importing(""), "org.palisade.api.FenceBackEnd", "Import-Package");
	}

	@Test
	void aMissingClassIsNamed() throws IOException {
		assertNamed(spoilt().withoutClasses(), "org.example.teststub.StubBackEnd cannot be found", "OSGI-INF");
	}

	@Test
	void aClassForANewerJavaIsNamed() throws IOException {
		assertNamed(spoilt().forNewerJava(), "org/example/teststub/StubBackEnd", "--release 17");
	}

	@Test
	void anOwnCopyOfTheApiIsNamed() throws IOException {
		assertNamed(spoilt().importing("").withOwnApi(), "a copy of org.palisade.api.FenceBackEnd of its own");
	}

	@Test
	void aConstructorThatFailsIsNamed() throws IOException {
		StubBackEndBundle failing = spoilt().replacing("	@Override\n	public String type() {",
				"	public StubBackEnd() {\n		throw new LinkageError(\"no library\");\n	}\n\n	@Override\n	public String type() {");
		assertNamed(failing, "does not start", "no library");
	}

	@Test
	void aConstructorThatNeverReturnsIsNamed() throws IOException {
		StubBackEndBundle hanging = spoilt().replacing("	@Override\n	public String type() {",
				"	public StubBackEnd() {\n		for (;;) {\n			java.util.concurrent.locks.LockSupport.park();\n		}\n	}\n\n"
						+ "	@Override\n	public String type() {");
		assertNamed(hanging, "is not used", "does not return");
	}

	@Test
	void aBundleWithTheNameOfOneOfOursIsRefused() throws IOException {
		dropStub();
		drop(new StubBackEndBundle(agent, "org.palisade.backend.esx"), "impostor.jar");

		Outcome outcome = agent.run(request().action("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "org.palisade.backend.esx", "impostor.jar", "symbolic name is that of a bundle of Palisade");
		assertEquals(1, outcome.err().lines().count(), outcome::all);
	}

	@Test
	void aBackEndThatDoesNotTellWhatItIsIsNamed() throws IOException {
		dropStub();
		drop(spoilt().replacing("return \"teststub\";", "throw new IllegalStateException();"), "spoilt.jar");

		Outcome outcome = agent.run(request().action("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "org.example.spoilt", "does not tell its type");
	}

	@Test
	void aBackEndThatDoesNotTellItsOptionsIsNamed() throws IOException {
		drop(spoilt().replacing("return List.of(OptionDeclaration.of", "if (true) {\n			throw new IllegalStateException();\n		}\n		return List.of(OptionDeclaration.of"), "spoilt.jar");
		Check.failed(agent.run(request().action("off")), "options of back end teststub of bundle org.example.spoilt");

		drop(spoilt().replacing("return Set.of(\"stub_folder\");", "throw new IllegalStateException();"), "spoilt.jar");
		Check.failed(agent.run(request().action("off")), "back end teststub of bundle org.example.spoilt failed");
		assertEquals("ON", Files.readString(machines.resolve("node1")));
	}

	@Test
	void ofTwoOfOneTypeBothAreNamedBeforeOptionsAreParsed() throws IOException {
		drop(spoilt().replacing("\"stub_folder\", OptionType", "\"other_folder\", OptionType"), "a.jar");
		drop(new StubBackEndBundle(agent, "org.example.teststub"), "b.jar");
		String[] words = { "two back ends have the type teststub", "bundle org.example.spoilt is used", "bundle org.example.teststub is left out" };

		Check.failed(agent.run(request().action("off")), words);
		Check.failed(agent.command("-d", "teststub", "--stub-folder", machines.toString(), "-n", "node1", "-o", "off").run(), words);
		assertEquals("ON", Files.readString(machines.resolve("node1")));
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

	@ParameterizedTest
	@ValueSource(strings = { "rwxrwxr-x", "rwxr-xrwx" })
	void anInstallationInAFolderThatOthersMayWriteToIsRefused(String permissions) throws IOException {
		dropStub();
		Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(permissions));

		refused(temporary.toString());
	}

	@Test
	void aBundleThatALinkFetchesFromWhereOthersMayWriteIsRefused() throws IOException {
		dropStub();
		Path open = Files.createDirectory(temporary.resolve("open"));
		Path sound = Files.createDirectory(open.resolve("sound"));
		Files.move(agent.plugins().resolve("teststub.jar"), sound.resolve("teststub.jar"));
		Files.createSymbolicLink(agent.plugins().resolve("teststub.jar"), sound.resolve("teststub.jar"));
		Check.statusIsOn(agent.run(request().action("status")));

		Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

		refused("teststub.jar", open.toString());
	}

	/** What a list of access rights grants to others shows in the permissions of the group. */
	@Test
	@Needs(RealPart.ACCESS_CONTROL_LISTS)
	void aBundleThatAnAccessControlListLetsOthersWriteIsRefused() throws IOException {
		dropStub();
		new Command("setfacl", "-m", "u:daemon:rw", agent.plugins().resolve("teststub.jar").toString()).run().require();

		refused("teststub.jar");
	}

	private void refused(String... words) throws IOException {
		Outcome outcome = agent.run(request().action("off"));

		Check.failed(outcome, words);
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
		drop(new StubBackEndBundle(agent, "org.example.teststub"), "teststub.jar");
	}

	private void drop(StubBackEndBundle bundle, String file) throws IOException {
		Files.createDirectories(agent.plugins());
		bundle.build(temporary.resolve("build of " + file), agent.plugins().resolve(file));
	}

	/** The bundle is named, with its file and what is wrong, and the sound one beside it does its work. */
	private void assertNamed(StubBackEndBundle spoilt, String... reason) throws IOException {
		dropStub();
		drop(spoilt, "spoilt.jar");

		Outcome outcome = agent.run(request().action("off"));

		Check.succeeded(outcome, "Success: Powered OFF");
		Check.says(outcome, "org.example.spoilt", "spoilt.jar");
		Check.says(outcome, reason);
		Check.isForHumans(outcome);
		assertEquals(1, outcome.err().lines().count(), outcome::all);
		assertEquals("OFF", Files.readString(machines.resolve("node1")));
	}

	private StubBackEndBundle spoilt() {
		return new StubBackEndBundle(agent, "org.example.spoilt");
	}

	private Request request() {
		return Request.empty().with("vmware_type", "teststub").with("stub_folder", machines).plug("node1");
	}
}
