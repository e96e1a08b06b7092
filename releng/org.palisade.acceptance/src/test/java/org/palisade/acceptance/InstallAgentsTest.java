package org.palisade.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palisade.acceptance.support.Command;
import org.palisade.acceptance.support.InstalledAgent;
import org.palisade.acceptance.support.Outcome;

/** Making the agent known to fencers, under the names of the agents that it replaces. */
class InstallAgentsTest {

	@TempDir
	static Path temporary;

	private Path sbin;

	private static Path installer;
	private static Path target;

	@BeforeAll
	static void install() {
		Path folder = InstalledAgent.copyInto(temporary).folder();
		installer = folder.resolve("bin/install-agents");
		target = folder.resolve("bin/fence_vmware");
	}

	@BeforeEach
	void aFolderWithSomeoneElsesFile() throws IOException {
		sbin = Files.createTempDirectory(temporary, "sbin");
		Files.writeString(sbin.resolve("fence_other"), "theirs");
	}

	private Outcome run(String... arguments) {
		Command command = new Command(installer.toString(), "--directory", sbin.toString());
		for (String argument : arguments) {
			command.argument(argument);
		}
		return command.run();
	}

	private TreeSet<String> installed() throws IOException {
		try (Stream<Path> files = Files.list(sbin)) {
			TreeSet<String> names = new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
			assertTrue(names.remove("fence_other"));
			return names;
		}
	}

	@Test
	void withoutANameItIsFenceVmware() throws IOException {
		Outcome outcome = run();

		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals(List.of("fence_vmware"), List.copyOf(installed()));
		assertEquals(target.toRealPath(), sbin.resolve("fence_vmware").toRealPath());
		assertTrue(outcome.out().contains(sbin.resolve("fence_vmware") + " -> "), outcome::all);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fence_vmware", "fence_vmware_ng", "fence_vmware_soap", "fence_vmware_rest", "fence_vmware_dc-1" })
	void underEachNameItKnowsItself(String name) {
		assertEquals(0, run(name).exit());

		String metadata = new Command(sbin.resolve(name).toString()).input("action=metadata\n").run().require();

		assertTrue(metadata.contains("<resource-agent name=\"" + name + "\""), metadata);
	}

	@Test
	void allAreTheFourAgentsThatAreReplaced() throws IOException {
		assertEquals(0, run("--all").exit());

		assertEquals(List.of("fence_vmware", "fence_vmware_ng", "fence_vmware_rest", "fence_vmware_soap"), List.copyOf(installed()));
	}

	@Test
	void aSecondTimeNothingChanges() {
		run("--all");

		Outcome again = run("--all");

		assertEquals(0, again.exit(), again::all);
		assertTrue(again.out().contains("is installed already"), again::all);
	}

	@Test
	void whatExistsIsNotReplacedAndTheOthersAreInstalled() throws IOException {
		Path existing = Files.writeString(sbin.resolve("fence_vmware_soap"), "theirs");
		Path dangling = Files.createSymbolicLink(sbin.resolve("fence_vmware_ng"), Path.of("/nowhere"));
		Files.createDirectory(sbin.resolve("fence_vmware_rest"));

		Outcome outcome = run("--all");

		assertEquals(1, outcome.exit(), outcome::all);
		assertEquals("theirs", Files.readString(existing));
		assertEquals(Path.of("/nowhere"), Files.readSymbolicLink(dangling));
		assertTrue(Files.isDirectory(sbin.resolve("fence_vmware_rest"), LinkOption.NOFOLLOW_LINKS));
		assertEquals(3, outcome.err().lines().filter(line -> line.contains("exists and is not replaced")).count(), outcome::all);
		assertTrue(Files.isSymbolicLink(sbin.resolve("fence_vmware")));
	}

	@Test
	void uninstallingRemovesItsOwnLinksOnly() throws IOException {
		run("--all", "fence_own");
		Files.delete(sbin.resolve("fence_vmware_ng"));
		Files.createSymbolicLink(sbin.resolve("fence_vmware_ng"), Path.of("/nowhere"));

		Outcome outcome = run("--uninstall");

		assertEquals(0, outcome.exit(), outcome::all);
		assertEquals(List.of("fence_vmware_ng"), List.copyOf(installed()));
	}

	@Test
	void uninstallingByNameLeavesTheOthers() throws IOException {
		run("--all");

		assertEquals(0, run("--uninstall", "fence_vmware_rest").exit());

		assertEquals(List.of("fence_vmware", "fence_vmware_ng", "fence_vmware_soap"), List.copyOf(installed()));
	}

	@Test
	void uninstallingWhatIsNotOursIsRefused() throws IOException {
		Outcome outcome = run("--uninstall", "fence_other");

		assertEquals(1, outcome.exit(), outcome::all);
		assertEquals("theirs", Files.readString(sbin.resolve("fence_other")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vmware", "fence_", "fence_a/b", "fence_a b", "--frobnicate", "../fence_x" })
	void aWrongArgumentChangesNothing(String argument) throws IOException {
		Outcome outcome = run("--all", argument);

		assertEquals(1, outcome.exit(), outcome::all);
		assertFalse(outcome.err().isEmpty());
		assertEquals(List.of(), List.copyOf(installed()));
	}

	@Test
	void aFolderThatDoesNotExistIsSaidToBeMissing() {
		Outcome outcome = new Command(installer.toString(), "--directory", sbin.resolve("none").toString()).run();

		assertEquals(1, outcome.exit(), outcome::all);
		assertTrue(outcome.err().contains("is not a folder"), outcome::all);
	}

	@Test
	void itsOwnNameIsNotThatOfAnAgent() throws IOException {
		try (Stream<Path> commands = Files.list(installer.getParent())) {
			List<String> agents = commands.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("fence_")).toList();
			assertEquals(List.of("fence_vmware"), agents);
		}
	}
}
